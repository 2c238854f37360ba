/**
 * The clock of one run. The loop alone moves it: whoever else could would break the order of events.
 *
 * A field and no accessor: a number that a call returns becomes an object, three times a request.
 */
export class RunClock {
    nowSeconds = 0;
}
