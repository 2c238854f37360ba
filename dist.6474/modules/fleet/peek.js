/** Lets `read` see an instance as of now and leaves it as it was: a touch more would round its sums another way. */
export function peek(serving, table, instance, read) {
    // Most instances of a large fleet do nothing, and then only the instant would move, which nobody reads.
    if (!serving.hasBackground && table.inside[instance] === 0) {
        read();
        return;
    }
    const columns = table.integrals;
    const before = columns.map((column) => column[instance]);
    serving.touch(instance);
    read();
    for (const [index, column] of columns.entries())
        column[instance] = before[index];
}
