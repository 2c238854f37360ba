/** Takes runs from the budget. @returns whether there are so many */
export function take(counter, count) {
    if (counter.left < count)
        return false;
    counter.left -= count;
    counter.other += count;
    return true;
}
