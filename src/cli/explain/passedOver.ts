import { shellCommand } from '../../base/shellCommand.js';
import { kindsText } from '../../platforms/noManifest.js';
import type { ReadFile } from '../../platforms/readManifestSet.js';
import type { ExplainedFile } from './explanation.js';
import type { Inputs, TextInput } from './gatherInputs.js';

/** A text that was read, and what of it is shown. */
export interface Judged {
  readonly input: TextInput;
  readonly read: ReadFile;
  readonly explained: ExplainedFile;
}

/** What was given and has nothing to explain, in sentences. */
export function passedOver(judged: readonly Judged[], inputs: Inputs): string[] {
  const named = judged.filter(({ input, explained }) => input.folder === undefined && isBare(explained));
  return [
    ...named.map(({ read }) => `${read.file} has no autoscaler, only ${kindsText(read.others)}.`),
    ...inputs.folders.flatMap(({ folder }) => ofFolder(folder, judged, inputs)),
  ];
}

function isBare({ manifests, problems }: ExplainedFile): boolean {
  return manifests.length + problems.length === 0;
}

function ofFolder(folder: string, judged: readonly Judged[], inputs: Inputs): string[] {
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

function filesText(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
