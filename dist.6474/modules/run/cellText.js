/** Which run it is, as messages name it. */
export function cellText({ policy, scenario, seed, replication }) {
    return `policy ${policy}, scenario ${scenario}, seed ${seed}, replication ${replication}`;
}
