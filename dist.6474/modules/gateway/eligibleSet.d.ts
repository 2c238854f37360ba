/** The instances that may be picked, as a dense list: add, remove and the k-th in O(1). */
export declare class EligibleSet {
    #private;
    get count(): number;
    at(position: number): number;
    add(instance: number): void;
    remove(instance: number): void;
}
