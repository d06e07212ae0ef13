import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const commandLine = ['tools/**', 'bench/**'];

// Interface text must be translatable. Names (MobileNet V1, SVG) are the same in every language, so a text counts only
// when one of its words starts with a lower-case letter or is Chinese.
const worded = '/(^|[\\s(])\\p{Ll}{3}|\\p{Script=Han}/u';
const unworded = [
  {
    selector: `JSXText[value=${worded}]:not(JSXElement[openingElement.name.name='Trans'] JSXText)`,
    message: 'Interface text goes through Lingui: wrap it in <Trans>.',
  },
  {
    selector: `JSXAttribute[name.name=/^(aria-label|aria-description|label|title|alt|placeholder)$/] > Literal[value=${worded}]`,
    message: 'Interface text goes through Lingui: use the t of useLingui.',
  },
];

const noEnums = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' };

// A list of some op kinds is silent about the next kind that somebody adds.
const noKindLists = {
  selector:
    'CallExpression[callee.property.name=/^(has|includes)$/] > MemberExpression[object.property.name="op"][property.name="kind"]',
  message: 'Ask for a trait of the op (src/nets/op.ts), or use a record with a case for every kind.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dev-dist/',
      'generated/',
      'reports/',
      'test-results/',
      'playwright-report/',
      'training/',
      'public/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': ['error', noEnums, noKindLists],
    },
  },
  {
    files: ['src/nets/**', 'src/viz/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.keys(globals.browser).filter((name) => !(name in globals.nodeBuiltin)),
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Markup counts as lines too, but does not make a component hard to read.
      'max-lines-per-function': ['error', { max: 120, skipComments: true }],
      'no-restricted-syntax': ['error', noEnums, noKindLists, ...unworded],
    },
  },
  { files: ['**/*.test.{ts,tsx}', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: commandLine, rules: { 'no-console': 'off' } },
  { files: ['*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
);
