/** CSS properties that a picture copies from the style sheet when it leaves the page. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/**
 * Draws an element of the page as a standalone SVG: every `<svg>` in it at its position, text and bars around them, colours
 * and fonts resolved, controls left out.
 */
export function svgFile(place: HTMLElement): Blob {
  return new Blob([standaloneSvg(place).text], { type: 'image/svg+xml' });
}

/**
 * The same as a PNG, with `scale` pixels per CSS px.
 * @throws Error when the browser cannot draw it.
 */
export async function pngFile(place: HTMLElement, scale = 2): Promise<Blob> {
  const { text, width, height } = standaloneSvg(place);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (context === null)
    throw new Error('pngFile: the browser has no canvas to draw on (got null, wanted a 2d context)');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Margin around the drawing, px. */
const margin = 8;

function standaloneSvg(place: HTMLElement): { readonly text: string; readonly width: number; readonly height: number } {
  // A scrolling element is saved whole, with its overflow and whatever scrolls inside it.
  const { left, top } = place.getBoundingClientRect();
  const boxes = [place, ...place.querySelectorAll('div')];
  const right = Math.max(...boxes.map((box) => box.getBoundingClientRect().left - left + box.scrollWidth));
  const bottom = Math.max(...boxes.map((box) => box.getBoundingClientRect().top - top + box.scrollHeight));
  const [width, height] = [right + 2 * margin, bottom + 2 * margin];
  const svg = svgElement('svg', { xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const paper = getComputedStyle(document.body).backgroundColor;
  svg.append(svgElement('rect', { width, height, fill: paper }));
  draw(place, { onto: svg, dx: margin - left + place.scrollLeft, dy: margin - top + place.scrollTop });
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

type Drawing = { readonly onto: Element; readonly dx: number; readonly dy: number };

/** Draws the content of an element: its pictures, text and box backgrounds. */
function draw(element: Element, drawing: Drawing): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) drawWords(node, element, drawing);
    if (!(node instanceof Element) || node.matches(controls)) continue;
    const box = node.getBoundingClientRect();
    // Text for screen readers only is one pixel large.
    if (box.width <= 1 && box.height <= 1 && node.childElementCount === 0) continue;
    if (node instanceof SVGSVGElement) {
      drawing.onto.append(carriedPicture(node, box, drawing));
      continue;
    }
    drawGround(node, box, drawing);
    const { onto, dx, dy } = drawing;
    draw(node, { onto, dx: dx + node.scrollLeft, dy: dy + node.scrollTop });
  }
}

const controls = 'input, select, textarea, [data-command], [role="slider"], [role="radiogroup"]';

function drawGround(element: Element, box: DOMRect, { onto, dx, dy }: Drawing): void {
  const style = getComputedStyle(element);
  const hasRule = Number.parseFloat(style.borderBlockEndWidth) > 0;
  const isFramed = hasRule && Number.parseFloat(style.borderInlineStartWidth) > 0;
  const isFilled = style.backgroundColor !== 'rgba(0, 0, 0, 0)';
  const [x, y] = [box.left + dx, box.top + dy];
  if (isFilled || isFramed) {
    const { backgroundColor: fill, borderInlineStartColor: stroke } = style;
    const rx = Math.min(Number.parseFloat(style.borderStartStartRadius) || 0, box.height / 2);
    const ground = { x, y, width: box.width, height: box.height, rx, opacity: style.opacity };
    onto.append(svgElement('rect', { ...ground, fill: isFilled ? fill : 'none', stroke: isFramed ? stroke : 'none' }));
  } else if (hasRule) {
    const path = `M${x} ${y + box.height}h${box.width}`;
    onto.append(svgElement('path', { d: path, stroke: style.borderBlockEndColor }));
  }
}

/** Draws text line by line at its position. */
function drawWords(words: Text, element: Element, { onto, dx, dy }: Drawing): void {
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
  for (const { text, left, middle } of linesOf(words)) {
    const line = svgElement('text', {
      x: left + dx,
      y: middle + dy,
      fill: color,
      'font-family': fontFamily,
      'font-size': fontSize,
      'font-weight': fontWeight,
      'dominant-baseline': 'central',
    });
    line.textContent = text;
    onto.append(line);
  }
}

type Line = { readonly text: string; readonly left: number; readonly middle: number };

function linesOf(words: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of words.data.matchAll(/\S+\s*/g)) {
    range.setStart(words, index);
    range.setEnd(words, index + word.trimEnd().length);
    const box = range.getClientRects()[0];
    if (box === undefined || box.width <= 1) continue;
    const middle = (box.top + box.bottom) / 2;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.middle - middle) < box.height / 2)
      lines[lines.length - 1] = { ...last, text: `${last.text} ${word.trimEnd()}` };
    else lines.push({ text: word.trimEnd(), left: box.left, middle });
  }
  return lines;
}

/** Copies an `<svg>` of the page with its styles inlined, at its position. */
function carriedPicture(svg: SVGSVGElement, box: DOMRect, { dx, dy }: Drawing): Element {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('carriedPicture: the copy is no svg');
  carryStyles(svg, copy);
  for (const control of copy.querySelectorAll('[data-command]')) control.remove();
  const place = { x: box.left + dx, y: box.top + dy, width: box.width, height: box.height };
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return copy;
}

/** Inlines the computed style of every element of `from` in its copy `to`. */
function carryStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (const property of carried) to.setAttribute(property, style.getPropertyValue(property));
  // The page moves boxes with the CSS property, to animate them; a file needs the attribute.
  if (style.translate !== 'none') {
    const [x = 0, y = 0] = style.translate.split(' ').map((length) => Number.parseFloat(length));
    to.setAttribute('transform', `translate(${x} ${y})`);
  }
  for (const [index, child] of [...from.children].entries()) {
    const twin = to.children[index];
    if (twin !== undefined) carryStyles(child, twin);
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg';

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
