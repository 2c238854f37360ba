import { readUserText } from '../../../base/userFile.js';
const limitBytes = 1024 * 1024;
/** Scenarios of ours, as files of settings: handed through. */
export const scenarioReader = {
    name: 'scenario',
    summary: 'scenarios (YAML or JSON)',
    recognises({ text, jsonKeys }) {
        const has = (key) => jsonKeys.includes(key) || new RegExp(`^${key}\\s*:`, 'm').test(text);
        return ['traffic', 'requests', 'services'].every(has);
    },
    read(file) {
        const text = readUserText({ path: file, limitBytes, why: 'There is nothing to read.' });
        const name = /^\s*"?name"?\s*:\s*"?([^"\n,]+)/m.exec(text)?.[1].trim() ?? 'without a name';
        return { evidence: [{ kind: 'scenario', file, summary: `scenario ${name}`, text }], warnings: [] };
    },
};
