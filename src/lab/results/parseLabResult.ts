import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { failure, success, type Result } from '../../nets/result';
import type { Backend } from '../../run/device/executor';
import { countedOf, type LabResult } from './labResult';
import { networkFault } from './networkFault';
import { leastMs, numberFields, type NumberField } from './numberFields';
import { isPrintable, maxTextLength } from './resultText';

/**
 * Parses a result of a file, a link or a store: its network can be built, its texts are short and printable, every
 * figure is finite and within its limits, its date exists. Fails with a sentence of the page that names the field.
 */
export function parseLabResult(json: unknown): Result<LabResult, MessageDescriptor> {
  return attempted(() => parse(json));
}

/** What `read` returns, or what it throws as an error: one odd result must not keep the others from being read. */
export function attempted<T>(read: () => Result<T, MessageDescriptor>): Result<T, MessageDescriptor> {
  try {
    return read();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failure(msg`cannot be read (${detail})`);
  }
}

function parse(json: unknown): Result<LabResult, MessageDescriptor> {
  if (!isObject(json)) return failure(msg`not an object (got ${briefly(json)})`);
  const network = textAt(json, 'network');
  if (!network.ok) return network;
  const backend = backends.find((known) => known === json['backend']);
  if (backend === undefined)
    return failure(msg`no such backend (got ${briefly(json['backend'])}, wanted ${backends.join(', ')})`);
  const adapter = textAt(json, 'adapter');
  if (!adapter.ok) return adapter;
  const browser = textAt(json, 'browser');
  if (!browser.ok) return browser;
  const nickname = json['nickname'] === undefined ? success('') : textAt(json, 'nickname');
  if (!nickname.ok) return nickname;
  const figures = figuresOf(json['figures']);
  if (!figures.ok) return figures;
  const written = json['date'];
  if (written !== undefined && !isDateText(written))
    return failure(msg`date is none that exists (got ${briefly(written)})`);
  const result = {
    network: network.value,
    backend,
    adapter: adapter.value,
    browser: browser.value,
    ...(nickname.value.trim() === '' ? {} : { nickname: nickname.value.trim().slice(0, 40) }),
    figures: figures.value,
  };
  const counted = countedOf(result);
  return counted.ok ? success(result) : failure(networkFault(result.network));
}

const backends: readonly Backend[] = ['webgpu', 'wasm'];

type Fields = Readonly<Record<string, unknown>>;

function textAt(fields: Fields, name: string): Result<string, MessageDescriptor> {
  const value = fields[name];
  if (typeof value !== 'string') return failure(msg`${name} is not text (got ${briefly(value)})`);
  if (value.length > maxTextLength)
    return failure(
      msg`${name} is too long (got ${String(value.length)} characters, wanted ${String(maxTextLength)} at most)`,
    );
  if (!isPrintable(value)) return failure(msg`${name} has characters that cannot be printed`);
  return success(value);
}

type Limits = {
  readonly minimum: number;
  readonly maximum: number;
  /** Whether 0 counts, below the minimum: a part that was not timed, or a run without it. */
  readonly orZero: boolean;
  readonly isWhole: boolean;
};

const year2100 = Date.UTC(2100, 0) / 1000;
const hourMs = 3_600_000;
const milliseconds: Limits = { minimum: leastMs, maximum: hourMs, orZero: true, isWhole: false };
const count: Limits = { minimum: 0, maximum: 1e9, orZero: true, isWhole: true };

/** What a figure can be: a time is one that a browser's clock can tell, to microseconds, and an hour at most. */
const limits: Readonly<Record<NumberField, Limits>> = {
  dateSeconds: { ...count, maximum: year2100 },
  frames: count,
  endToEndMs: milliseconds,
  endToEndP95Ms: milliseconds,
  captureMs: milliseconds,
  preprocessMs: milliseconds,
  inferenceMs: { ...milliseconds, orZero: false },
  inferenceP95Ms: milliseconds,
  readbackMs: milliseconds,
  handoverMs: milliseconds,
  shownPerSecond: { minimum: 0.001, maximum: 100_000, orZero: true, isWhole: false },
  droppedFrames: count,
  compileMs: milliseconds,
  firstFrameMs: milliseconds,
  memoryBytes: { ...count, maximum: 1e15 },
};

function figuresOf(value: unknown): Result<LabResult['figures'], MessageDescriptor> {
  if (!isObject(value)) return failure(msg`figures is not an object (got ${briefly(value)})`);
  const figures: Record<NumberField, number> = { ...zeroes };
  for (const name of numberFields) {
    const figure = value[name];
    const { minimum, maximum, orZero, isWhole } = limits[name];
    if (typeof figure !== 'number' || !Number.isFinite(figure))
      return failure(msg`${name} is not a number (got ${briefly(figure)})`);
    if ((figure < minimum && !(orZero && figure === 0)) || figure > maximum) {
      const wanted = `${orZero && minimum > 0 ? '0, ' : ''}${String(minimum)}–${String(maximum)}`;
      return failure(msg`${name} is out of range (got ${String(figure)}, wanted ${wanted})`);
    }
    if (isWhole && !Number.isInteger(figure))
      return failure(msg`${name} is not a whole number (got ${String(figure)})`);
    // No negative zero: it would be written as another code.
    figures[name] = figure + 0;
  }
  return success(figures);
}

const zeroes: LabResult['figures'] = {
  dateSeconds: 0,
  frames: 0,
  endToEndMs: 0,
  endToEndP95Ms: 0,
  captureMs: 0,
  preprocessMs: 0,
  inferenceMs: 0,
  inferenceP95Ms: 0,
  readbackMs: 0,
  handoverMs: 0,
  shownPerSecond: 0,
  droppedFrames: 0,
  compileMs: 0,
  firstFrameMs: 0,
  memoryBytes: 0,
};

/** Whether it is an ISO date of the calendar. `Date` would take 30 February for 1 March. */
function isDateText(value: unknown): boolean {
  const [, day = ''] =
    typeof value === 'string' && value.length < 40 ? (/^(\d{4}-\d\d-\d\d)(T|$)/.exec(value) ?? []) : [];
  const time = Date.parse(day);
  return (
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !Number.isNaN(Date.parse(String(value)))
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of any kind and size in a few letters, for a sentence of any language. */
function briefly(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === undefined || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}
