import type { SchemaReasons } from './schemaProblems.js';

/** Why the API server of Kubernetes cannot take a value. */
export const apiServerReasons: SchemaReasons = {
  unknownKey: 'The API server refuses it, or drops it without notice; nothing would read it.',
  missingKey: 'It has no default.',
  outOfRange: 'The API server refuses it.',
  unknownValue: 'The API server knows no other.',
  wrongType: () => 'The API server converts nothing.',
};
