/** All that the command line knows, in one: what is loaded piece by piece makes many files, and the package has few. */
export { commands } from './commands/index.js';
export { completedValues } from './completedValues.js';
export { parseCommandLine } from './parseCommandLine.js';
