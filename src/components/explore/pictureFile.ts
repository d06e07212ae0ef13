/** What a drawing takes from its style sheet, and so has to carry along when it leaves the page. */
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

/** An `<svg>` of the page as a file that looks the same anywhere: colours and fonts resolved, controls left out. */
export function svgFile(svg: SVGSVGElement): Blob {
  return new Blob([standaloneSvg(svg)], { type: 'image/svg+xml' });
}

/**
 * The same as a PNG with `scale` pixels per px of the drawing.
 * @throws Error when the browser cannot draw it.
 */
export async function pngFile(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(svg))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (context === null)
    throw new Error('pngFile: the browser gives no canvas to draw on (got null, wanted a 2d context)');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError('standaloneSvg: the copy is no svg');
  carryStyles(svg, copy);
  for (const control of copy.querySelectorAll('[role="listbox"], [role="option"], [role="button"]')) control.remove();
  const { width, height } = svg.viewBox.baseVal;
  const paper = document.createElementNS(svg.namespaceURI, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** Writes the computed style of every element of `from` into the same element of its copy `to`. */
function carryStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (const property of carried) to.setAttribute(property, style.getPropertyValue(property));
  // The page moves boxes by the CSS property so that it can ease them; a file needs the attribute.
  if (style.translate !== 'none') {
    const [x = 0, y = 0] = style.translate.split(' ').map((length) => Number.parseFloat(length));
    to.setAttribute('transform', `translate(${x} ${y})`);
  }
  for (const [index, child] of [...from.children].entries()) {
    const twin = to.children[index];
    if (twin !== undefined) carryStyles(child, twin);
  }
}
