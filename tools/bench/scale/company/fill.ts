import { fillStores } from './fill-stores.ts';

/** A process of its own, so that what making the company leaves behind weighs on no measurement. */
// The bench is gone, however it ended.
const end = (): boolean => process.kill(process.pid);
process.on('disconnect', end);
const [directory = '', applications = '0'] = process.argv.slice(2);
const company = await fillStores(directory, Number(applications));
process.send?.(company);
process.off('disconnect', end);
process.disconnect();
