import type { DocumentSet, FoundManifest } from './documentSet.js';
import type { SetReader } from './setReader.js';
import { sharedTargets } from './sharedTargets.js';
import { workloadBeside } from './workloadBeside.js';

/** Every reader, in the order in which their words are shown. */
const setReaders: readonly SetReader[] = [workloadBeside, sharedTargets];

/** A manifest of a set, with what follows from the others. */
export function inSet(one: FoundManifest, set: DocumentSet): FoundManifest {
  const { manifest } = one;
  return {
    ...one,
    manifest: {
      ...manifest,
      explain: () => [...manifest.explain(), ...setReaders.flatMap((reader) => reader.explain?.(one, set) ?? [])],
      lint: (service) => [...manifest.lint(service), ...setReaders.flatMap((reader) => reader.lint(one, set))],
    },
  };
}
