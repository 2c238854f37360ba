import { type Outcome } from './outcome.js';
/**
 * By how much the winner is ahead in one world, in an order: by band, then by amount within the band. Above 0 it wins.
 *
 * Band 3: it alone meets the limits; 2: neither does, and it has the higher good share; 1: both do, and it has the better goal;
 * 0: equal; -1, -2, -3: the same the other way round. Amounts of different bands have different units.
 */
export interface Advantage {
    readonly band: number;
    readonly amount: number;
}
/** Of the winner over the best of the others in a world. */
export declare function advantageOver(winner: Outcome, others: readonly Outcome[], objective: number | undefined): Advantage;
/** Of a policy that is alone: above 0 where it meets the limits. */
export declare function advantageOverLimits({ meets, goodShare }: Outcome, objective: number | undefined): Advantage;
/** Of a policy that is alone and has no limits: a lower loss is an advantage over a higher one. */
export declare function advantageOfGoal({ loss }: Outcome): Advantage;
export declare function compareAdvantages(a: Advantage, b: Advantage): number;
/** The rank, among the worlds, of being neither ahead nor behind: between two ranks where no world is. */
export declare function rankOfTie(advantages: readonly Advantage[]): number;
