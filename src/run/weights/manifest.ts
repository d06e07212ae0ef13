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
      name: textAt(fields, 'name'),
      net: textAt(fields, 'net'),
      options: optionsAt(fields['options']),
      resolution: countAt(fields, 'resolution'),
      mean: rgbAt(fields, 'mean'),
      std: rgbAt(fields, 'std'),
      bytes: countAt(fields, 'bytes'),
      sha256: textAt(fields, 'sha256'),
      license: textAt(fields, 'license'),
      source: textAt(fields, 'source'),
      accuracy: fields['accuracy'] === null ? null : accuracyAt(fields['accuracy']),
      ...('publishedTop1' in fields && { publishedTop1: numberAt(fields, 'publishedTop1') }),
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
      return failure(`labels.json: name ${String(labels.length)} is not text (got ${JSON.stringify(label)})`);
    labels.push(label);
  }
  return success(labels);
}

class FieldError extends Error {
  override readonly name = 'FieldError';
  constructor(field: string, wanted: string, got: unknown) {
    super(`manifest.json: ${field} is not ${wanted} (got ${got === undefined ? 'nothing' : JSON.stringify(got)})`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function recordAt(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FieldError(field, 'an object', value);
  return Object.fromEntries(Object.entries(value));
}

function textAt(fields: Fields, field: string): string {
  const value = fields[field];
  if (typeof value !== 'string') throw new FieldError(field, 'text', value);
  return value;
}

function numberAt(fields: Fields, field: string): number {
  const value = fields[field];
  if (typeof value !== 'number') throw new FieldError(field, 'a number', value);
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
    top1: numberAt(fields, 'top1'),
    top5: numberAt(fields, 'top5'),
  };
}

function rgbAt(fields: Fields, field: string): Rgb {
  const value: unknown = fields[field];
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [];
  const [red, green, blue] = numbers;
  if (typeof red !== 'number' || typeof green !== 'number' || typeof blue !== 'number' || numbers.length !== 3) {
    throw new FieldError(field, 'three numbers', value);
  }
  return [red, green, blue];
}

function optionsAt(value: unknown): Readonly<Record<string, string | number>> {
  const options: Record<string, string | number> = {};
  for (const [name, option] of Object.entries(recordAt(value, 'options'))) {
    if (typeof option !== 'string' && typeof option !== 'number')
      throw new FieldError(`options.${name}`, 'text or a number', option);
    options[name] = option;
  }
  return options;
}
