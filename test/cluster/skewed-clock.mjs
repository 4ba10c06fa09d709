/**
 * Loaded before a server (`--import`): its machine's date is off by `TEST_CLOCK_SKEW_MS`, in every thread. What counts
 * elapsed time is as it was, as on a machine whose date was set wrong.
 */
const skew = Number(process.env['TEST_CLOCK_SKEW_MS'] ?? 0);
const realNow = Date.now.bind(Date);
Date.now = () => realNow() + skew;
