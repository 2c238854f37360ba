import { locate } from '../../base/locate.js';
import { sortProblems } from '../../base/problem.js';
import { schemaProblems } from '../schemaProblems.js';
const reasons = {
    unknownKey: 'KEDA has no such field: the API refuses it, or drops it without notice.',
    missingKey: 'KEDA has no default for it.',
    outOfRange: 'KEDA accepts no other value.',
    unknownValue: 'KEDA knows no other.',
    wrongType: () => 'The value could not be understood.',
};
/** What a schema found wrong with a document of KEDA's, in the order of the file. */
export function manifestProblems(issues, schema, source) {
    const place = (path, isKey) => locate(source, path, isKey);
    return sortProblems(schemaProblems(issues, { value: source.value, schema, reasons, place }));
}
