/** By which path a policy is reached. */
export type PolicySort = 'virtualMachines' | 'sql' | 'fileShares' | 'cosmosDb' | 'slaBased' | 'vnet';
