import { ACCOUNT_EXECUTIVE } from './account-executive.ts';
import { ANALYTICS_ENGINEER } from './analytics-engineer.ts';
import type { Career } from './career.ts';
import { CUSTOMER_SUCCESS_MANAGER } from './customer-success-manager.ts';
import { HEAD_OF_PEOPLE } from './head-of-people.ts';
import { PLATFORM_ENGINEER } from './platform-engineer.ts';
import { PRODUCT_DESIGNER } from './product-designer.ts';

/** By the posting's key. */
export const CAREERS: Readonly<Record<string, Career>> = {
  'platform-engineer': PLATFORM_ENGINEER,
  'account-executive': ACCOUNT_EXECUTIVE,
  'analytics-engineer': ANALYTICS_ENGINEER,
  'customer-success-manager': CUSTOMER_SUCCESS_MANAGER,
  'product-designer': PRODUCT_DESIGNER,
  'head-of-people': HEAD_OF_PEOPLE,
};
