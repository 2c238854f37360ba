import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Calls whose arguments only people read: descriptions of schemas. */
const texts = new Set(['meta', 'describe']);

/** Leaves out the mutants that change what is said, not what is computed. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', {
    shouldIgnore({ node }) {
      const isText = node.type === 'CallExpression' && texts.has(node.callee.property?.name);
      return isText ? 'a text' : undefined;
    },
  }),
];
