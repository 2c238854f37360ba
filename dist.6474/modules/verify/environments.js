import { natural, somewhereElse } from './twists/twist.js';
const here = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
const otherZone = { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
/** Every environment of a policy's plays, the one that the others are compared with first. */
export const environments = [
    { name: 'here', describe: 'TZ=UTC, LC_ALL=C', variables: here, twist: natural, runCount: 1, isOtherEngine: false },
    {
        // By itself: a zone may take back what a moved clock adds.
        name: 'zone',
        describe: 'TZ=Pacific/Apia, LC_ALL=de_DE.UTF-8',
        variables: otherZone,
        twist: natural,
        runCount: 1,
        isOtherEngine: false,
    },
    {
        name: 'elsewhere',
        describe: 'the clock 115 days on, variables of the environment set, other random numbers, keys of tables sorted backwards',
        variables: here,
        twist: somewhereElse,
        runCount: 1,
        isOtherEngine: false,
    },
    {
        name: 'again',
        describe: 'as here, in an interpreter started apart, and a second run in the same one',
        variables: here,
        twist: natural,
        runCount: 2,
        isOtherEngine: true,
    },
];
/**
 * Played as well where a policy walks a table: its keys sorted, for backwards may be how a runtime has them anyway, and both
 * it cannot have.
 */
export const sortedKeys = {
    name: 'sorted keys',
    describe: 'as here, keys of tables sorted',
    variables: here,
    twist: { ...natural, order: 'pinned' },
    runCount: 1,
    isOtherEngine: false,
};
/** The variables of one environment with the zone and locale of another: to tell what a difference comes from. */
export function variablesOf(isElsewhere) {
    return isElsewhere ? otherZone : here;
}
