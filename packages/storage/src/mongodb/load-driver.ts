import type * as driver from 'mongodb';

/** Loads the driver; only who works on MongoDB pays for it. */
export const loadDriver = (): Promise<typeof driver> => import('mongodb');
