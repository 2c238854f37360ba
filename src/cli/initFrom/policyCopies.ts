import { basename, extname } from 'node:path';
import type { Target } from '../../derive/target.js';
import { policyFile } from '../../policy/policyFiles.js';

/** A policy beside the scenario. */
interface PolicyCopy {
  /** From the scenario's folder: `policies/hpa.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** The files with what scales the service, each once, as copies that are the scenario's candidates. */
export function policyCopies({ autoscalers, policies }: Target): PolicyCopy[] {
  const files = new Map<string, string>();
  for (const { evidence } of autoscalers) files.set(evidence.file, evidence.text);
  for (const { file, text } of policies) files.set(file, text);
  const taken = new Set<string>();
  return [...files].map(([file, text]) => {
    const plain = policyFile.test(file) ? basename(file) : `${basename(file).replace(/\W/g, '_')}.yaml`;
    let name = plain;
    for (let number = 2; taken.has(name); number++) {
      const ending = extname(plain);
      name = `${plain.slice(0, plain.length - ending.length)}-${number}${ending}`;
    }
    taken.add(name);
    return { name: `policies/${name}`, text };
  });
}
