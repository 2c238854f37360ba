import type { DescribedGroups, GroupDescription } from '../../../platforms/aws/describeGroups.js';
/** What one instance is. */
export interface InstanceFacts {
    /** `m6i.large`; several where the group mixes them; empty where the file does not tell. */
    readonly types: readonly string[];
    /** Of the first type, or of an ECS task; null where it is not known. */
    readonly vcpus: number | null;
    readonly memoryBytes: number | null;
    readonly usdPerHour: number | null;
    /** Where the price is from, or why there is none: `price not in the table`. */
    readonly priceSource: string;
}
/** A group of instances, or a service of tasks, that a policy scales. */
export interface GroupEvidence extends Omit<GroupDescription, 'instanceTypes' | 'task' | 'region' | 'open'> {
    readonly kind: 'scaling-group';
    readonly file: string;
    readonly summary: string;
    readonly form: DescribedGroups['form'];
    readonly instance: InstanceFacts;
}
