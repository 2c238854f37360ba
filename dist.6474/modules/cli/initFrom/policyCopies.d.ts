import type { Target } from '../../derive/target.js';
/** A policy beside the scenario. */
interface PolicyCopy {
    /** From the scenario's folder: `policies/hpa.yaml`. */
    readonly name: string;
    readonly text: string;
}
/** The files with what scales the service, each once, as copies that are the scenario's candidates. */
export declare function policyCopies({ autoscalers, policies }: Target): PolicyCopy[];
export {};
