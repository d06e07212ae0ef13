import { create } from 'zustand';
import { storedChoice, storeText } from './browserStorage';

/** `system` follows the operating system. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

type Choices = {
  readonly theme: Theme;
  /** Whether the latency shows on top of the picture. */
  readonly overlayShown: boolean;
  readonly chooseTheme: (theme: Theme) => void;
  readonly toggleOverlay: () => void;
};

const themeKey = 'featherweight.theme';

/**
 * The person's choices for the whole app; a page's own are in its address (`HashState`). Holds nothing that can be derived
 * and nothing that changes every frame.
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
  return storedChoice(themeKey, (text) => themes.find((theme) => theme === text)) ?? 'system';
}
