import { types, type NodePath, type PluginObj } from '@babel/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

/**
 * A Babel plugin, to run beside Lingui's macros: turns the English messages that they leave in the code into what
 * Lingui shows without a parser, `['Of ', ['images'], ' pictures']`. Messages without places for values stay strings.
 */
export function compiledMessages(): PluginObj {
  return {
    name: 'compiled-messages',
    visitor: {
      Program: {
        // On the way out: by then the macros are expanded.
        exit(program) {
          program.traverse({ ObjectExpression: compileDescriptor });
        },
      },
    },
  };
}

/** `{ id: 'hEaHrT', message: '...' }`, as every macro leaves it, `<Trans>` too. */
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
