import { types, type NodePath, type PluginObj } from '@babel/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/**
 * A Babel plugin that runs with Lingui's macros. Compiles the English messages that they leave in the code to the form
 * that Lingui shows without a parser, `['Of ', ['images'], ' pictures']`. Messages without placeholders stay strings.
 */
export function compiledMessages(): PluginObj {
  return {
    name: 'compiled-messages',
    visitor: {
      Program: {
        // On exit, when the macros are expanded.
        exit(program) {
          program.traverse({ ObjectExpression: compileDescriptor });
        },
      },
    },
  };
}

/** `{ id: 'hEaHrT', message: '...' }`, which every macro expands to, `<Trans>` too. */
function compileDescriptor({ node }: NodePath<types.ObjectExpression>): void {
  const property = (name: string) =>
    node.properties.find(
      (candidate) => types.isObjectProperty(candidate) && types.isIdentifier(candidate.key, { name }),
    );
  const message = property('message');
  if (property('id') === undefined || !types.isObjectProperty(message) || !types.isStringLiteral(message.value)) return;
  message.value = compiled(message.value.value);
}

function compiled(message: string): types.Expression {
  const parts = compileMessage(message);
  const [first = ''] = parts;
  return types.valueToNode(parts.length < 2 && typeof first === 'string' ? first : parts);
}
