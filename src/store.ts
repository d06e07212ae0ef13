import { create } from 'zustand';

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
    storeTheme(theme);
  },
  toggleOverlay: () => {
    set({ overlayShown: !get().overlayShown });
  },
}));

function storedTheme(): Theme {
  try {
    const stored = window.localStorage.getItem(themeKey);
    return themes.find((theme) => theme === stored) ?? 'system';
  } catch {
    // A browser set to block site data throws on any access: the choice then lasts as long as the page.
    return 'system';
  }
}

function storeTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(themeKey, theme);
  } catch {
    // As above: nothing is lost but the memory of the choice.
  }
}
