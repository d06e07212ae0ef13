/** Browsers with Trusted Types; TypeScript's DOM library does not know them yet. */
declare global {
  var trustedTypes:
    | { readonly createPolicy: (name: string, rules: Readonly<Record<string, (text: string) => string>>) => unknown }
    | undefined;
}

/**
 * Lets this page or worker start scripts of its own origin, and nothing else. Call it first: under the app's Content
 * Security Policy a browser with Trusted Types makes no worker from an address, and no markup from text, that this policy
 * has not passed.
 * @throws TypeError from whatever later asks for another script, or for markup from text
 */
export function trustOwnScripts(): void {
  globalThis.trustedTypes?.createPolicy('default', { createScriptURL: ownScript, createHTML: noMarkup });
}

function ownScript(address: string): string {
  const { origin } = globalThis.location;
  if (new URL(address, globalThis.location.href).origin === origin) return address;
  throw new TypeError(`trustOwnScripts: ${address} is not of this app (wanted a script of ${origin})`);
}

/** react-aria empties an element by its text. */
function noMarkup(text: string): string {
  if (text === '') return text;
  throw new TypeError('trustOwnScripts: markup made from text (wanted elements)');
}
