import { failure, success, type Result } from '../../nets/result';

/** Accuracy on images that training never saw, as fractions of 1. */
export type Accuracy = { readonly set: string; readonly images: number; readonly top1: number; readonly top5: number };

/** `manifest.json` of a folder in `public/weights`. */
export type Manifest = {
  readonly name: string;
  readonly net: string;
  readonly options: Readonly<Record<string, string | number>>;
  /** Side of the square input at which the weights are most accurate, in pixels. */
  readonly resolution: number;
  readonly mean: Rgb;
  readonly std: Rgb;
  /** Length of weights.safetensors in bytes. */
  readonly bytes: number;
  readonly sha256: string;
  readonly license: string;
  readonly source: string;
  /** What the person calls a network of their own; missing where they gave it no name. */
  readonly title?: string;
  /** Null when it was not measured for this app. */
  readonly accuracy: Accuracy | null;
  /** ImageNet validation accuracy in per cent, as published with the weights. */
  readonly publishedTop1?: number;
};

type Rgb = readonly [red: number, green: number, blue: number];

/** Parses a manifest. Errors name the field: `manifest.json: mean is not three numbers (got ...)`. */
export function parseManifest(json: unknown): Result<Manifest> {
  try {
    const fields = recordAt(json, 'the whole file');
    return success({
      name: wordAt(fields, 'name'),
      net: wordAt(fields, 'net'),
      options: optionsAt(fields['options']),
      resolution: countAt(fields, 'resolution'),
      mean: rgbAt(fields, 'mean'),
      std: spreadAt(fields, 'std'),
      bytes: countAt(fields, 'bytes'),
      sha256: digestAt(fields, 'sha256'),
      license: textAt(fields, 'license'),
      source: textAt(fields, 'source'),
      accuracy: fields['accuracy'] === null ? null : accuracyAt(fields['accuracy']),
      ...('title' in fields && { title: wordAt(fields, 'title') }),
      ...('publishedTop1' in fields && { publishedTop1: shareAt(fields, 'publishedTop1', 100) }),
    });
  } catch (error) {
    if (error instanceof FieldError) return failure(error.message);
    throw error;
  }
}

/** Parses `labels.json`: an array of names, one for each output. */
export function parseLabels(json: unknown): Result<readonly string[]> {
  if (!Array.isArray(json) || json.length === 0) return failure('labels.json: not an array of names');
  const labels: string[] = [];
  for (const label of json) {
    if (typeof label !== 'string')
      return failure(`labels.json: name ${String(labels.length)} is not text (got ${briefly(label)})`);
    if (label.length > maxTextLength)
      return failure(`labels.json: name ${String(labels.length)} is too long (got ${String(label.length)} characters)`);
    labels.push(label);
  }
  return success(labels);
}

class FieldError extends Error {
  override readonly name = 'FieldError';
  constructor(field: string, wanted: string, got: unknown) {
    super(`manifest.json: ${field} is not ${wanted} (got ${briefly(got)})`);
  }
}

/** A value of any size in a few words, for a sentence. */
function briefly(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null && !isShortList(value))
    return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isShortList(value: object): boolean {
  return Array.isArray(value) && value.length < 10 && value.every((item) => typeof item !== 'object');
}

type Fields = Readonly<Record<string, unknown>>;

function recordAt(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FieldError(field, 'an object', value);
  return Object.fromEntries(Object.entries(value));
}

/** Characters of a text. Sources are sentences with an address. */
const maxTextLength = 2000;

function textAt(fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value !== 'string') throw new FieldError(field, 'text', value);
  if (value.length > maxTextLength) throw new FieldError(field, `text of at most ${maxTextLength} characters`, value);
  return value;
}

/** A name: part of addresses and folders. */
function wordAt(fields: Fields, field: string): string {
  const value = textAt(fields, field);
  if (value === '' || value.length > 200) throw new FieldError(field, 'a name of at most 200 characters', value);
  return value;
}

/** Empty where the page that wrote it had no digest function. */
function digestAt(fields: Fields, field: string): string {
  const value = textAt(fields, field);
  if (!/^([0-9a-f]{64})?$/.test(value)) throw new FieldError(field, '64 hexadecimal digits', value);
  return value;
}

function numberAt(fields: Fields, field: string): number {
  const value = fields[field];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FieldError(field, 'a number', value);
  return value;
}

function shareAt(fields: Fields, field: string, whole: number): number {
  const value = numberAt(fields, field);
  if (value < 0 || value > whole) throw new FieldError(field, `a number from 0 to ${whole}`, value);
  return value;
}

function countAt(fields: Fields, field: string): number {
  const value = numberAt(fields, field);
  if (!Number.isSafeInteger(value) || value < 1) throw new FieldError(field, 'a positive whole number', value);
  return value;
}

function accuracyAt(value: unknown): Accuracy {
  const fields = recordAt(value, 'accuracy');
  return {
    set: textAt(fields, 'set'),
    images: countAt(fields, 'images'),
    top1: shareAt(fields, 'top1', 1),
    top5: shareAt(fields, 'top5', 1),
  };
}

function rgbAt(fields: Fields, field: string): Rgb {
  const value: unknown = fields[field];
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [];
  const [red, green, blue] = numbers;
  if (typeof red !== 'number' || typeof green !== 'number' || typeof blue !== 'number' || numbers.length !== 3) {
    throw new FieldError(field, 'three numbers', value);
  }
  const rgb = [red, green, blue] as const;
  if (!rgb.every(Number.isFinite)) throw new FieldError(field, 'three numbers', value);
  return rgb;
}

/** Pixels are divided by it. */
function spreadAt(fields: Fields, field: string): Rgb {
  const rgb = rgbAt(fields, field);
  if (rgb.some((value) => value <= 0)) throw new FieldError(field, 'three numbers above 0', rgb);
  return rgb;
}

function optionsAt(value: unknown): Readonly<Record<string, string | number>> {
  const options = Object.entries(recordAt(value, 'options')).map(([name, option]): [string, string | number] => {
    const isShort = typeof option === 'string' && option.length <= 200;
    if (!isShort && !(typeof option === 'number' && Number.isFinite(option)))
      throw new FieldError(`options.${name.slice(0, 40)}`, 'text or a number', option);
    return [name, option];
  });
  return Object.fromEntries(options);
}
