import { create } from 'zustand';
import { storedText, storeText } from './browserStorage';

/** `system` follows the operating system. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

type Choices = {
  readonly theme: Theme;
  /** Whether latency is laid over the picture. */
  readonly overlayShown: boolean;
  readonly chooseTheme: (theme: Theme) => void;
  readonly toggleOverlay: () => void;
};

const themeKey = 'featherweight.theme';

/**
 * What the person chose that belongs to no page; what belongs to a page is in its address (`HashState`).
 * Nothing that can be derived, and nothing that changes with every frame.
 */
export const useStore = create<Choices>()((set, get) => ({
  theme: storedTheme(),
  overlayShown: true,
  chooseTheme: (theme) => {
    set({ theme });
    storeText(themeKey, theme);
  },
  toggleOverlay: () => {
    set({ overlayShown: !get().overlayShown });
  },
}));

function storedTheme(): Theme {
  const stored = storedText(themeKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}
