import { shellCommand } from '../../base/shellCommand.js';
import { kindsText } from '../../platforms/noManifest.js';
/** What was given and has nothing to explain, in sentences. */
export function passedOver(judged, inputs) {
    const named = judged.filter(({ input, explained }) => input.folder === undefined && isBare(explained));
    return [
        ...named.map(({ read }) => `${read.file} has no autoscaler, only ${kindsText(read.others)}.`),
        ...inputs.folders.flatMap(({ folder }) => ofFolder(folder, judged, inputs)),
    ];
}
function isBare({ manifests, problems }) {
    return manifests.length + problems.length === 0;
}
function ofFolder(folder, judged, inputs) {
    const own = judged.filter(({ input }) => input.folder === folder);
    const others = own.flatMap(({ read, explained }) => (explained.problems.length === 0 ? read.others : []));
    const unread = own.filter(({ read, explained }) => read.problems.length > 0 && isBare(explained));
    const large = inputs.tooLargeInFolders.filter((one) => one.folder === folder);
    const policies = inputs.policiesInFolders.filter((one) => one.folder === folder);
    const sentences = [
        others.length === 0 ? '' : `also has ${kindsText(others)}.`,
        unread.length === 0
            ? ''
            : `has ${filesText(unread.length)} without an autoscaler that cannot be read as YAML or JSON.`,
        large.length === 0 ? '' : `has ${filesText(large.length)} that are too large to read, such as ${large[0]?.file}.`,
        policies.length === 0
            ? ''
            : `has ${filesText(policies.length)} of Lua: ${shellCommand(['dryscale', 'doctor', policies[0]?.file ?? ''])}`,
    ];
    return sentences.filter((sentence) => sentence !== '').map((sentence) => `${folder} ${sentence}`);
}
function filesText(count) {
    return count === 1 ? '1 file' : `${count} files`;
}
