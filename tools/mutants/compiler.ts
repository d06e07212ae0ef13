import ts from 'typescript';

/** Tells whether a changed file still compiles; a fault that the compiler refuses needs no test. */
export interface Compiler {
  /** Whether the file at `path` (from the root) has no type errors with this text in the place of its own. */
  accepts(path: string, text: string): boolean;
}

/** The compiler of the project whose tsconfig.json is in `root`. */
export function openCompiler(root: string): Compiler {
  const { sys } = ts;
  const host = { ...sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const parsed = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host);
  if (parsed === undefined) throw new Error(`openCompiler: ${root} has no tsconfig.json that can be read`);
  const { fileNames, options } = parsed;
  const changed = new Map<string, string>();
  const versions = new Map<string, number>();
  const textOf = (name: string) => changed.get(name) ?? sys.readFile(name);
  const service = ts.createLanguageService({
    getScriptFileNames: () => fileNames.filter((name) => name.startsWith(`${root}/src/`)),
    getScriptVersion: (name) => String(versions.get(name) ?? 0),
    getScriptSnapshot: (name) => {
      const text = textOf(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => ({
      ...options,
      incremental: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
    }),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => sys.fileExists(name),
    readFile: textOf,
    directoryExists: (name) => sys.directoryExists(name),
    getDirectories: (name) => sys.getDirectories(name),
  });
  const replaceText = (name: string, text: string | undefined) => {
    if (text === undefined) changed.delete(name);
    else changed.set(name, text);
    versions.set(name, (versions.get(name) ?? 0) + 1);
  };
  return {
    accepts(path, text) {
      const name = `${root}/${path}`;
      replaceText(name, text);
      try {
        return [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)].length === 0;
      } finally {
        replaceText(name, undefined);
      }
    },
  };
}
