/** Takes a value out of a list. @returns whether it was in it */
export function remove(list, value) {
    const position = list.indexOf(value);
    if (position >= 0)
        list.splice(position, 1);
    return position >= 0;
}
