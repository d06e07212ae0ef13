import ts from 'typescript';

/** A plausible fault: `replacement` in place of the text from `start` to `end` of a file. */
export interface Mutant {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What kind of slip it is, in words: `a step is forgotten`. */
  readonly slip: string;
}

type Edit = Omit<Mutant, 'path'>;

/**
 * Every mutant of a source file: the slips that a person makes, a number off by one, two arguments, items or fields
 * swapped, a bound that excludes what it should include, a check or a step forgotten. Texts of errors and types have
 * none.
 */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || onlySpeaks(node)) return;
    for (const edit of editsOf(node)) mutants.push({ path, ...edit });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

/** The file's text with the mutant in it. */
export function mutated(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Whether a node only makes the text of an error or a warning. */
function onlySpeaks(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return true;
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  return /(^|\.)(refuse|failure|warn|\w*Error|\w*[rR]efus(al|ed))$/.test(node.expression.getText());
}

function editsOf(node: ts.Node): readonly Edit[] {
  if (ts.isNumericLiteral(node)) return isFallback(node) ? [] : [numberEdit(node)];
  if (ts.isBinaryExpression(node)) return operatorEdits(node);
  if (ts.isPrefixUnaryExpression(node)) return prefixEdits(node);
  if (ts.isIfStatement(node)) return [conditionEdit(node)];
  if (ts.isConditionalExpression(node)) return [swap(node.whenTrue, node.whenFalse, 'two cases are swapped')];
  if (ts.isExpressionStatement(node)) return [replace(node, ';', 'a step is forgotten')];
  if (ts.isArrayLiteralExpression(node)) return swapsOf(node.elements, 'two items are swapped');
  if (ts.isObjectLiteralExpression(node)) return fieldSwaps(node);
  if (ts.isCallExpression(node)) return callEdits(node);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, 'false', 'true is false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, 'true', 'false is true')];
  return [];
}

/** Whether a number only stands after `??`: mostly for an index that the compiler cannot know to be in range. */
function isFallback({ parent }: ts.NumericLiteral): boolean {
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** One more than an integer; half as much again as a fraction. */
function numberEdit(node: ts.NumericLiteral): Edit {
  const value = Number(node.text);
  return replace(node, String(Number.isInteger(value) ? value + 1 : value * 1.5), 'a number is wrong');
}

const otherOperator = new Map<string, string>([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
  ['&&', '||'],
  ['||', '&&'],
  ['<<', '>>'],
  ['>>', '<<'],
  ['>>>', '<<'],
  ['&', '|'],
  ['|', '&'],
  ['+=', '-='],
  ['-=', '+='],
  ['*=', '/='],
]);

function operatorEdits(node: ts.BinaryExpression): readonly Edit[] {
  const { left, operatorToken: operator, right } = node;
  if (operator.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [replace(node, `(${right.getText()})`, 'the default is always used')];
  }
  const other = otherOperator.get(operator.getText());
  // Texts can only be joined.
  if (other === undefined || (other === '-' && [left, right].some(ts.isStringLiteralLike))) return [];
  return [replace(operator, other, `${operator.getText()} is ${other}`)];
}

function prefixEdits(node: ts.PrefixUnaryExpression): readonly Edit[] {
  const sign = node.operator === ts.SyntaxKind.ExclamationToken || node.operator === ts.SyntaxKind.MinusToken;
  return sign ? [replace(node, `(${node.operand.getText()})`, 'a sign is missing')] : [];
}

function conditionEdit({ expression, elseStatement }: ts.IfStatement): Edit {
  return elseStatement === undefined
    ? replace(expression, 'Math.random() > 2', 'a check is forgotten')
    : replace(expression, `!(${expression.getText()})`, 'two branches are swapped');
}

const otherCall = new Map<string, string>([
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['round', 'floor'],
  ['some', 'every'],
  ['every', 'some'],
  ['push', 'unshift'],
  ['unshift', 'push'],
  ['shift', 'pop'],
  ['find', 'findLast'],
  ['indexOf', 'lastIndexOf'],
]);
const droppedCalls = new Set(['toSorted', 'toReversed', 'reverse', 'filter', 'slice', 'subarray', 'trim', 'abs']);

function callEdits(node: ts.CallExpression): readonly Edit[] {
  const isSymmetric = /^Math\.(min|max)$/.test(node.expression.getText());
  const swaps = isSymmetric ? [] : swapsOf(node.arguments.slice(0, 2), 'two arguments are swapped');
  if (!ts.isPropertyAccessExpression(node.expression)) return swaps;
  const { name, expression: object } = node.expression;
  const other = otherCall.get(name.text);
  if (other !== undefined) return [...swaps, replace(name, other, `${name.text} is ${other}`)];
  if (!droppedCalls.has(name.text)) return swaps;
  const kept = object.getText() === 'Math' ? node.arguments[0] : object;
  return kept === undefined ? swaps : [...swaps, replace(node, `(${kept.getText()})`, `${name.text} is forgotten`)];
}

/** The first two of some expressions swapped; functions stay where they are. */
function swapsOf([first, second]: readonly ts.Expression[], slip: string): readonly Edit[] {
  if (first === undefined || second === undefined || first.getText() === second.getText()) return [];
  if ([first, second].some((item) => ts.isFunctionLike(item))) return [];
  return [swap(first, second, slip)];
}

/** The values of each two neighbouring fields swapped. */
function fieldSwaps({ properties }: ts.ObjectLiteralExpression): readonly Edit[] {
  return properties.slice(1).flatMap((second, index) => {
    const first = properties[index];
    if (first === undefined || !ts.isPropertyAssignment(first) || !ts.isPropertyAssignment(second)) return [];
    return swapsOf([first.initializer, second.initializer], 'two fields are swapped');
  });
}

function swap(first: ts.Node, second: ts.Node, slip: string): Edit {
  const between = first.getSourceFile().text.slice(first.getEnd(), second.getStart());
  const replacement = second.getText() + between + first.getText();
  return { start: first.getStart(), end: second.getEnd(), replacement, slip };
}

function replace(node: ts.Node, replacement: string, slip: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), replacement, slip };
}
