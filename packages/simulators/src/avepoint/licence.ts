import type { AvepointOptions } from './options.ts';

/** What the tenant has bought and uses; the vendor shows no tenant that has bought nothing (made up: zeros). */
export const renderLicence = (tenant: AvepointOptions['tenant'], jobs: number) => {
  const isLicensed = tenant !== 'unlicensed';
  return {
    outOfPolicyTime: null,
    purchasedUserSeats: isLicensed ? 500 : 0,
    assignedUserSeats: isLicensed ? 412 : 0,
    purchasedStorageSize: isLicensed ? 10_240 : 0,
    protectedSize: isLicensed ? Math.round(jobs * 3.7) : 0,
  };
};
