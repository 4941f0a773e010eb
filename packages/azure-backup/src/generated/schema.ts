/* Generated from openapi/azure-backup.yaml; do not edit. */

export interface paths {
    readonly "/{tenantId}/oauth2/v2.0/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The directory, by its id or one of its domains. */
                readonly tenantId: components["parameters"]["TenantId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a token for an application
         * @description Client credentials with a secret, or with an assertion: signed with the key of a certificate of the application, or a token of an issuer that the application trusts (workload identity).
         */
        readonly post: operations["requestToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/{tenantId}/v2.0/.well-known/openid-configuration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The directory, by its id or one of its domains. */
                readonly tenantId: components["parameters"]["TenantId"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the token endpoints of a tenant
         * @description Asked by Microsoft's own library before the first token. An unknown tenant is 400.
         */
        readonly get: operations["getSignInMetadata"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/common/discovery/instance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether an address is one of Entra ID
         * @description Asked by Microsoft's own library for addresses that it does not know, unless instance discovery is turned off.
         */
        readonly get: operations["discoverAuthority"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/metadata/identity/oauth2/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a token for the identity of this machine
         * @description Needs the header `Metadata`, which no request that was forwarded carries.
         */
        readonly get: operations["requestMachineToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/msi/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a token for the identity of an App Service
         * @description Needs the header `X-IDENTITY-HEADER` with the value of the variable IDENTITY_HEADER.
         */
        readonly get: operations["requestServiceToken"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/providers/Microsoft.DataProtection/backupVaults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        /**
         * List the Backup vaults of a subscription
         * @description Answers one page, with the vaults that the principal may see. The api-version is one of Data Protection.
         */
        readonly get: operations["listBackupVaults"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}/backupCrrJob": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The secondary region, such as `northeurope`. */
                readonly region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get one job of the secondary region
         * @description A read, although it is a POST.
         */
        readonly post: operations["getSecondaryRegionJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}/backupCrrJobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The secondary region, such as `northeurope`. */
                readonly region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        /**
         * Follow the link to the next page of a secondary region
         * @description The target of `nextLink`, which the client follows unchanged (inferred from the published clients).
         */
        readonly get: operations["continueSecondaryRegionJobs"];
        readonly put?: never;
        /**
         * List the jobs of a vault in its secondary region
         * @description A read, although it is a POST. Whether the client follows the link to the next page with GET or POST is not documented; the published clients use GET. Jobs of the secondary region cannot be cancelled.
         */
        readonly post: operations["listSecondaryRegionJobs"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/vaults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        /**
         * List the Recovery Services vaults of a subscription
         * @description Answers one page, with the vaults that the principal may see. How many are on a page is not documented.
         */
        readonly get: operations["listVaults"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupJobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the jobs of a Backup vault
         * @description Answers one page. No filter is declared; page size, order and how far back the list reaches are not documented. The api-version is one of Data Protection.
         */
        readonly get: operations["listBackupVaultJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupJobs/{jobName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of a Backup vault with its extended information
         * @description The code for an id that the vault does not know is not documented. There is no way to cancel such a job.
         */
        readonly get: operations["getBackupVaultJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/operationResults/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of a discovery of items
         * @description The target of the Location header of a refresh.
         */
        readonly get: operations["getRefreshResult"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one protected item
         * @description How it is protected, by what, and how its last backup went.
         */
        readonly get: operations["getProtectedItem"];
        /**
         * Change how an item is protected
         * @description Accepted with 202 and processed as an operation, which the headers name. 200 where no work was necessary. Stopping protection and keeping the data sends an empty `policyId` and the state `ProtectionStopped`.
         */
        readonly put: operations["changeProtectedItem"];
        readonly post?: never;
        /**
         * Stop protection and delete the data
         * @description Accepted with 202. The headers lead to addresses of the vault, not of the item; the end is 204.
         */
        readonly delete: operations["deleteProtectedItem"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/backup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Back an item up now
         * @description Accepted and processed as an operation whose status names the job. 409 while the item is being backed up (inferred).
         */
        readonly post: operations["backUpProtectedItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/operationResults/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of an operation on a protected item
         * @description The target of the `Location` header. It does not contain a job id; the status of the operation does. A body may be absent once the operation is done, so 204 is an end too.
         */
        readonly get: operations["getProtectedItemOperationResult"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/operationsStatus/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the status of an operation on a protected item
         * @description The target of the `Azure-AsyncOperation` header. That URL may carry another api-version than the call that it answers.
         */
        readonly get: operations["getProtectedItemOperationStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/recoveryPoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the recovery points of an item
         * @description The order is not documented.
         */
        readonly get: operations["listRecoveryPoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/recoveryPoints/{recoveryPointId}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The name of the recovery point, and not its path. */
                readonly recoveryPointId: components["parameters"]["RecoveryPointId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Restore a recovery point
         * @description Accepted and processed as an operation whose status names the job. The specification lists 200, 201 and 204 as well.
         */
        readonly post: operations["restoreRecoveryPoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/refreshContainers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Discover new items to protect
         * @description Accepted with a Location only.
         */
        readonly post: operations["refreshContainers"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the jobs of a vault
         * @description Answers one page. The page size, the order and the window without dates are not documented; the continuation token suggests newest start first (inferred). Rows carry no `extendedInfo`.
         */
        readonly get: operations["listJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one job with its extended information
         * @description The answer is 200 whatever the status of the job. The code for an id that the vault does not know is not documented.
         */
        readonly get: operations["getJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a job up
         * @description Accepted with a Location only, which reports when the request was processed. The job changes to Cancelling and Cancelled. Refused, here or by the result, where the job cannot be given up any more, such as while data of a virtual machine are transferred to the vault.
         */
        readonly post: operations["cancelJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}/operationResults/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of giving a job up
         * @description The target of the Location header of a cancellation.
         */
        readonly get: operations["getJobCancellation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/operationResults/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of an export of jobs
         * @description The target of the Location header of an export. Both answers have a body; the final one names the blob and the signature that opens it.
         */
        readonly get: operations["getJobExport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobsExport": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Write a list of jobs to a blob
         * @description Accepted with a Location only. The filter is that of the list of jobs.
         */
        readonly post: operations["exportJobs"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupOperationResults/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of an operation through its vault
         * @description The target of the `Location` header of a deletion.
         */
        readonly get: operations["getVaultOperationResult"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupOperations/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the status of an operation through its vault
         * @description Answers for operations on the vault and, as one documented walk-through and the Azure command line show, for operations on protected items too. The walk-through writes the last segments as `backupoperations`.
         */
        readonly get: operations["getVaultOperationStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupPolicies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the backup policies of a vault
         * @description That no filter is needed is inferred.
         */
        readonly get: operations["listPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupPolicies/{policyName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The policy's name, which is its only id within the vault. */
                readonly policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one backup policy
         * @description The schedule and the retention, in a form that depends on what is backed up.
         */
        readonly get: operations["getPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupProtectedItems": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the protected items of a vault
         * @description Includes soft-deleted items. That no filter is needed is inferred.
         */
        readonly get: operations["listProtectedItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupProtectionContainers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        /**
         * List the containers of a vault
         * @description A container holds what can be protected: a machine, a storage account. Only those that are registered with the vault are listed.
         */
        readonly get: operations["listContainers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Tasks and details of a job that runs on a server or computer. */
        readonly AgentJobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            readonly dynamicErrorMessage?: string;
            readonly propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            readonly tasksList?: readonly components["schemas"]["AgentTaskDetails"][] | null;
        };
        /** @description A step of a job that runs on a server or computer. */
        readonly AgentTaskDetails: components["schemas"]["TaskDetails"] & {
            readonly duration?: components["schemas"]["Duration"];
            /**
             * Format: date-time
             * @description End of the step. Absent or year 0001 before it.
             */
            readonly endTime?: string;
            /**
             * Format: date-time
             * @description Start of the step. Absent or year 0001 before it.
             */
            readonly startTime?: string;
        };
        /** @description Which addresses belong to Entra ID. */
        readonly AuthorityDiscovery: {
            /** @description Version of this answer. */
            readonly "api-version"?: string;
            /** @description The clouds. */
            readonly metadata: readonly {
                /** @description All its addresses. */
                readonly aliases: readonly string[];
                /** @description Address that tokens are kept under. */
                readonly preferred_cache: string;
                /** @description Address to be asked. */
                readonly preferred_network: string;
            }[];
            /** @description Where the tenant describes itself. */
            readonly tenant_discovery_endpoint: string;
        };
        /** @description A job on a virtual machine. */
        readonly AzureIaaSVMJob: components["schemas"]["JobBase"] & components["schemas"]["VirtualMachineJobFields"] & {
            readonly isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "AzureIaaSVMJob";
        };
        /** @description A job on a virtual machine in the newer form, without the field that says who started it. */
        readonly AzureIaaSVMJobV2: components["schemas"]["JobBase"] & components["schemas"]["VirtualMachineJobFields"] & {
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "AzureIaaSVMJobV2";
        };
        /** @description A job on an Azure file share. */
        readonly AzureStorageJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["StorageErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["JobExtendedInfo"] | null;
            readonly isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "AzureStorageJob";
            /** @description Storage account of the share. */
            readonly storageAccountName?: string;
            /**
             * @description Kind of storage account.
             * @example Storage
             */
            readonly storageAccountVersion?: string;
        };
        /** @description A job on a database in a virtual machine (SQL Server, SAP HANA, SAP ASE). */
        readonly AzureWorkloadJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["WorkloadErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["JobExtendedInfo"] | null;
            readonly isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "AzureWorkloadJob";
            /**
             * @description Kind of database, in free text.
             * @example SQLDataBase
             * @example SAPHanaDatabase
             */
            readonly workloadType?: string;
        };
        /**
         * @description Which part of Azure Backup is in charge.
         * @example Invalid
         * @example AzureIaasVM
         * @example MAB
         * @example DPM
         * @example AzureBackupServer
         * @example AzureSql
         * @example AzureStorage
         * @example AzureWorkload
         * @example DefaultBackup
         */
        readonly BackupManagementType: string;
        /** @description An on-demand backup. */
        readonly BackupRequest: {
            readonly properties: components["schemas"]["BackupRequestProperties"];
        };
        /** @description What kind of backup. The sort and the compression are for databases only. */
        readonly BackupRequestProperties: {
            /**
             * @description Sort of backup.
             * @example Full
             * @example Differential
             * @example Log
             * @example CopyOnlyFull
             * @example Incremental
             * @example SnapshotFull
             * @example SnapshotCopyOnlyFull
             */
            readonly backupType?: string;
            /** @description Whether the database compresses. */
            readonly enableCompression?: boolean;
            /**
             * @description Type of the request.
             * @example IaasVMBackupRequest
             * @example AzureFileShareBackupRequest
             * @example AzureWorkloadBackupRequest
             */
            readonly objectType: string;
            /**
             * Format: date-time
             * @description When the recovery point expires. 30 days from now by default, for virtual machines.
             */
            readonly recoveryPointExpiryTimeInUTC?: string;
        };
        /** @description A job of a Backup vault. */
        readonly BackupVaultJob: {
            /** @description Id of the job in Microsoft's own traces. Not always a GUID; samples end in free text. */
            readonly activityID: string;
            /** @description Display name of the backup instance. */
            readonly backupInstanceFriendlyName: string;
            /** @description Path of the backup instance. */
            readonly backupInstanceId?: string | null;
            /** @description Path of the resource that the job worked on. */
            readonly dataSourceId: string;
            /** @description Region of the resource that the job worked on. */
            readonly dataSourceLocation: string;
            /** @description Name of the resource that the job worked on. */
            readonly dataSourceName: string;
            /** @description Name of the parent resource, such as the server of a database. */
            readonly dataSourceSetName?: string | null;
            /**
             * @description Resource type of the resource that the job worked on.
             * @example Microsoft.Compute/disks
             * @example Microsoft.Storage/storageAccounts/blobServices
             * @example Microsoft.ContainerService/managedClusters
             * @example Microsoft.DBforPostgreSQL/servers/databases
             * @example Microsoft.DBforPostgreSQL/flexibleServers
             */
            readonly dataSourceType: string;
            /** @description Target store of the data. */
            readonly destinationDataStoreName?: string | null;
            /**
             * @description How long the job took. ISO 8601 is documented, the sample shows a TimeSpan.
             * @example PT2M11.9724387S
             * @example 00:02:11.9724387
             */
            readonly duration?: string | null;
            /**
             * Format: date-time
             * @description End in UTC. Absent while the job runs.
             */
            readonly endTime?: string | null;
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["UserFacingError"][] | null;
            /** @description Entity tag. */
            readonly etag?: string | null;
            /** @description Steps and details. Whether a list has it is not documented. */
            readonly extendedInfo?: components["schemas"]["BackupVaultJobExtendedInfo"] | null;
            /** @description True when a user started the job, false when a schedule did. */
            readonly isUserTriggered: boolean;
            /**
             * @description What the job does, in free text.
             * @example Backup
             * @example Restore
             */
            readonly operation: string;
            /**
             * @description Kind of the operation.
             * @example Backup
             * @example Restore
             * @example Tiering
             * @example Management
             */
            readonly operationCategory: string;
            /** @description Path of the policy. */
            readonly policyId?: string | null;
            /** @description Name of the policy. */
            readonly policyName?: string | null;
            /** @description Whether the service reports progress. */
            readonly progressEnabled: boolean;
            /** @description URL at which the service reports progress. */
            readonly progressUrl?: string | null;
            /** @description Kind of restore. */
            readonly restoreType?: string | null;
            /** @description Source store of the data. */
            readonly sourceDataStoreName?: string | null;
            /** @description Resource group of the resource that the job worked on. */
            readonly sourceResourceGroup: string;
            /** @description Subscription of the resource that the job worked on. */
            readonly sourceSubscriptionID: string;
            /**
             * Format: date-time
             * @description Start in UTC.
             */
            readonly startTime: string;
            /**
             * @description Status of the job. The prose names InProgress, Success, Failed, Cancelled and SuccessWithWarning, samples show more.
             * @example Started
             * @example InProgress
             * @example Success
             * @example Succeeded
             * @example Completed
             * @example SuccessWithWarning
             * @example CompletedWithWarnings
             * @example Failed
             * @example Cancelled
             */
            readonly status: string;
            /** @description Subscription of the vault. */
            readonly subscriptionId: string;
            /** @description Actions that the job currently allows. May contain one empty string. */
            readonly supportedActions: readonly string[];
            /** @description Name of the vault. */
            readonly vaultName: string;
        };
        /** @description Steps and details of a job of a Backup vault. */
        readonly BackupVaultJobExtendedInfo: {
            /** @description Labels and values. */
            readonly additionalDetails?: components["schemas"]["PropertyBag"] | null;
            /** @description State of the backup instance. */
            readonly backupInstanceState?: string | null;
            /** @description The same, as some of the vendor's answers spell it. */
            readonly dataTransferedInBytes?: number | null;
            /** @description How much was transferred. */
            readonly dataTransferredInBytes?: number | null;
            /** @description Where was restored to. */
            readonly recoveryDestination?: string | null;
            /** @description Recovery point that was restored. */
            readonly sourceRecoverPoint?: components["schemas"]["RecoverPoint"] | null;
            /** @description The steps. */
            readonly subTasks?: readonly components["schemas"]["BackupVaultSubTask"][] | null;
            /** @description Recovery point that was made. */
            readonly targetRecoverPoint?: components["schemas"]["RecoverPoint"] | null;
            /** @description What the job warns of. */
            readonly warningDetails?: readonly components["schemas"]["UserFacingWarning"][] | null;
        };
        /** @description A page of jobs of a Backup vault. */
        readonly BackupVaultJobList: {
            /** @description Complete URL of the next page. Absent on the last page. */
            readonly nextLink?: string | null;
            /** @description The jobs of the page. */
            readonly value: readonly components["schemas"]["BackupVaultJobResource"][];
        };
        /** @description A job of a Backup vault in the envelope of Azure Resource Manager. */
        readonly BackupVaultJobResource: {
            /** @description Path of the job. */
            readonly id: string;
            /** @description The job's own id. */
            readonly name: string;
            readonly properties: components["schemas"]["BackupVaultJob"];
            /**
             * @description Resource type.
             * @example Microsoft.DataProtection/backupVaults/backupJobs
             */
            readonly type: string;
        };
        /** @description A step of a job of a Backup vault. */
        readonly BackupVaultSubTask: {
            /** @description Labels and values. */
            readonly additionalDetails?: components["schemas"]["PropertyBag"] | null;
            /** @description Number of the step. */
            readonly taskId?: number;
            /** @description Name of the step. */
            readonly taskName?: string;
            /** @description Progress of the step. Its form is not documented. */
            readonly taskProgress?: string | null;
            /** @description Status of the step. */
            readonly taskStatus?: string;
        };
        /** @description A container of items that can be protected. */
        readonly Container: {
            readonly backupManagementType?: components["schemas"]["BackupManagementType"];
            /**
             * @description Type of the container.
             * @example Microsoft.Compute/virtualMachines
             * @example StorageContainer
             * @example VMAppContainer
             * @example SQLAGWorkLoadContainer
             * @example Windows
             */
            readonly containerType: string;
            /** @description Display name. */
            readonly friendlyName?: string;
            /**
             * @description How it is.
             * @example Healthy
             */
            readonly healthStatus?: string;
            /**
             * @description Whether it is registered with the vault.
             * @example Registered
             */
            readonly registrationStatus?: string;
        };
        /** @description A page of containers. */
        readonly ContainerList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            readonly nextLink?: string | null;
            /** @description The rows of this page. */
            readonly value: readonly components["schemas"]["ContainerResource"][];
        };
        /** @description A container in the envelope of Azure Resource Manager. */
        readonly ContainerResource: {
            /** @description Path. Its case varies between answers. */
            readonly id: string;
            /** @description Name. */
            readonly name: string;
            readonly properties: components["schemas"]["Container"];
            /** @description Resource type. */
            readonly type?: string;
        };
        /** @description A job of a Data Protection Manager or Azure Backup Server. */
        readonly DpmJob: components["schemas"]["JobBase"] & {
            /** @description Container of the resource that the job worked on. */
            readonly containerName?: string;
            /** @description Kind of container. */
            readonly containerType?: string;
            /** @description The server that ran the job. */
            readonly dpmServerName?: string;
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["ErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["AgentJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "DpmJob";
            /** @description Kind of workload, in free text. */
            readonly workloadType?: string;
        };
        /**
         * @description How long something took so far. Two forms are in use: a .NET TimeSpan with or without days and fraction, and ISO 8601. Which api-version sends which is not documented; prose samples show the first, specification samples the second.
         * @example 00:20:23.0896697
         * @example 1.02:03:04.5
         * @example PT12.4272909S
         * @example P1DT2H
         * @example PT0S
         */
        readonly Duration: string;
        /** @description More about an error. */
        readonly ErrorAdditionalInfo: {
            /** @description Anything; its form depends on the kind. */
            readonly info?: unknown;
            /** @description Kind of what follows. */
            readonly type?: string;
        };
        /** @description One error. */
        readonly ErrorBody: {
            /** @description More about the error. */
            readonly additionalInfo?: readonly components["schemas"]["ErrorAdditionalInfo"][] | null;
            /**
             * @description Code of the error.
             * @example CloudInternalError
             * @example CloudInvalidInputError
             */
            readonly code?: string;
            /** @description Errors below this one. Newer versions wrap each of them in `error` again, older ones do not. */
            readonly details?: readonly (components["schemas"]["ErrorResponse"] | components["schemas"]["ErrorBody"])[] | null;
            /** @description Error message. */
            readonly message?: string;
            /** @description What the error is about. */
            readonly target?: string | null;
        };
        /** @description The number of an error. */
        readonly ErrorCode: {
            /**
             * Format: int32
             * @description Microsoft's number for the error.
             * @example 510008
             */
            readonly errorCode?: number;
        };
        /** @description An error of a job that runs on a server or computer. It has no code. */
        readonly ErrorDetails: {
            /** @description Error message. */
            readonly errorString?: string;
            /** @description What to do about it. */
            readonly recommendations?: readonly string[];
        };
        /** @description How Resource Manager reports an error. */
        readonly ErrorResponse: {
            readonly error: components["schemas"]["ErrorBody"];
        };
        /** @description Status of an export of jobs. */
        readonly ExportResult: {
            /** @description Headers, each with its values. */
            readonly headers?: {
                readonly [key: string]: readonly string[];
            } | null;
            /** @description The blobs, once they are there. The keys open them for some minutes and are secrets. */
            readonly operation?: {
                /** @description Signature that opens it. */
                readonly blobSasKey?: string;
                /** @description Address of the list as JSON. */
                readonly blobUrl?: string;
                /** @description Signature that opens that. */
                readonly excelFileBlobSasKey?: string;
                /** @description Address of the list as a table. */
                readonly excelFileBlobUrl?: string;
                /** @description Type of the result. */
                readonly objectType: string;
            } | null;
            /**
             * @description Name of an HTTP status.
             * @example OK
             * @example Accepted
             */
            readonly statusCode?: string;
        };
        /** @description Backups every few hours within a window of the day. */
        readonly HourlySchedule: {
            /** @description Hours between two backups. */
            readonly interval?: number;
            /** @description Length of the window in hours. */
            readonly scheduleWindowDuration?: number;
            /** @description An instant whose time of day opens the window. */
            readonly scheduleWindowStartTime?: string;
        };
        /** @description The cause of an error, which may have a cause itself. */
        readonly InnerError: {
            /** @description Labels and values. */
            readonly additionalInfo?: components["schemas"]["PropertyBag"] | null;
            /** @description Code of the cause. */
            readonly code?: string;
            /** @description The cause of the cause. */
            readonly embeddedInnerError?: components["schemas"]["InnerError"] | null;
        };
        /** @description True when a user started the job, false when a schedule did. The published model of database jobs lacks it, a sample has it. */
        readonly IsUserTriggered: boolean;
        /** @description A job. Its type decides which further fields it has; a type that is not known here has the common ones at least. */
        readonly Job: components["schemas"]["AzureIaaSVMJob"] | components["schemas"]["AzureIaaSVMJobV2"] | components["schemas"]["AzureStorageJob"] | components["schemas"]["AzureWorkloadJob"] | components["schemas"]["DpmJob"] | components["schemas"]["MabJob"] | components["schemas"]["VaultJob"] | components["schemas"]["OtherJob"];
        /**
         * @description Something that can be done with a job. Documented as a word; samples of 2018 and 2021 have numbers instead: 0 Invalid, 1 Cancellable, 2 Retriable (only 1 was seen, the others are inferred from the order of the words).
         * @example Invalid
         * @example Cancellable
         * @example Retriable
         * @example 1
         */
        readonly JobAction: string | number;
        /** @description Fields of every type of job. Only `jobType` is required. */
        readonly JobBase: {
            /** @description Actions that the job currently allows. Absent, null and empty all mean none. */
            readonly actionsInfo?: readonly components["schemas"]["JobAction"][] | null;
            /** @description Id of the job in Microsoft's own traces. */
            readonly activityId?: string;
            readonly backupManagementType?: components["schemas"]["BackupManagementType"];
            readonly duration?: components["schemas"]["Duration"];
            /**
             * Format: date-time
             * @description End in UTC. Absent or null while the job runs; year 0001 means no end as well.
             */
            readonly endTime?: string | null;
            /**
             * @description Display name of the protected item. For databases it contains the server or instance as well.
             * @example uttestvmub1
             * @example msdb [sqlserver-0]
             */
            readonly entityFriendlyName?: string;
            /** @description Type of the job, and so of its further fields. */
            readonly jobType: string;
            readonly operation?: components["schemas"]["JobOperation"];
            /**
             * Format: date-time
             * @description Start in UTC, with up to seven digits of fraction.
             */
            readonly startTime?: string;
            readonly status?: components["schemas"]["JobStatus"];
        };
        /** @description Tasks and details of a job on a file share or a database. */
        readonly JobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            readonly dynamicErrorMessage?: string;
            readonly propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            readonly tasksList?: readonly components["schemas"]["TaskDetails"][] | null;
        };
        /** @description A page of jobs. */
        readonly JobList: {
            /** @description Complete URL of the next page, long and opaque; it may carry another api-version. Absent on the last page. Send the bearer token only when its scheme and host equal those of the request. */
            readonly nextLink?: string | null;
            /** @description The jobs of the page. */
            readonly value: readonly components["schemas"]["JobResource"][];
        };
        /**
         * @description What the job does. Free text that begins with one of the known words; `Backup (Full)` has been seen.
         * @example Invalid
         * @example Register
         * @example UnRegister
         * @example ConfigureBackup
         * @example Backup
         * @example Restore
         * @example DisableBackup
         * @example DeleteBackupData
         * @example CrossRegionRestore
         * @example Undelete
         * @example UpdateCustomerManagedKey
         * @example BackupDataMove
         * @example Backup (Full)
         */
        readonly JobOperation: string;
        /** @description A job in the envelope of Azure Resource Manager. */
        readonly JobResource: {
            /** @description Entity tag. Mostly absent. */
            readonly eTag?: string | null;
            /** @description Path of the job. Its case varies between answers (`/Subscriptions/`, `microsoft.recoveryservices`). */
            readonly id: string;
            /** @description Region. Mostly absent. */
            readonly location?: string | null;
            /** @description The job's own id. */
            readonly name: string;
            readonly properties: components["schemas"]["Job"];
            /** @description Tags of the resource. Mostly absent. */
            readonly tags?: {
                readonly [key: string]: string;
            } | null;
            /**
             * @description Resource type.
             * @example Microsoft.RecoveryServices/vaults/backupJobs
             */
            readonly type: string;
        };
        /**
         * @description Status of a job, written `Cancelled` with two l where operations write one.
         * @example Invalid
         * @example InProgress
         * @example Completed
         * @example Failed
         * @example CompletedWithWarnings
         * @example Cancelled
         * @example Cancelling
         */
        readonly JobStatus: string;
        /** @description A job of the Recovery Services agent on a computer. Such jobs are listed only once they have ended. */
        readonly MabJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["ErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["AgentJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "MabJob";
            /** @description The computer that ran the job. */
            readonly mabServerName?: string;
            readonly mabServerType?: components["schemas"]["MabServerType"];
            readonly workloadType?: components["schemas"]["WorkloadType"];
        };
        /**
         * @description Kind of server or container that the agent runs on.
         * @example Invalid
         * @example Unknown
         * @example IaasVMContainer
         * @example IaasVMServiceContainer
         * @example DPMContainer
         * @example AzureBackupServerContainer
         * @example MABContainer
         * @example Cluster
         * @example AzureSqlContainer
         * @example Windows
         * @example VCenter
         * @example VMAppContainer
         * @example SQLAGWorkLoadContainer
         * @example StorageContainer
         * @example GenericContainer
         */
        readonly MabServerType: string;
        /** @description A token of a managed identity. Numbers come as texts. */
        readonly MachineToken: {
            /** @description The token itself. */
            readonly access_token: string;
            /** @description The identity. */
            readonly client_id?: string;
            /** @description Lifetime in seconds. */
            readonly expires_in?: string;
            /** @description When it ends, in seconds since 1970. */
            readonly expires_on: string;
            /** @description What it is for. */
            readonly resource: string;
            /** @description How it is sent. */
            readonly token_type: string;
        };
        /** @description Why an operation failed. */
        readonly OperationError: {
            /** @description Code of the error. */
            readonly code?: string;
            /** @description Error message. */
            readonly message?: string;
        };
        /** @description Status of an accepted request. */
        readonly OperationStatus: {
            /**
             * Format: date-time
             * @description When it was done, in UTC. Year 0001 while it runs.
             */
            readonly endTime?: string;
            /** @description Why it failed or was cancelled. */
            readonly error?: components["schemas"]["OperationError"] | null;
            /** @description Id of the operation, bare and not a path. */
            readonly id: string;
            /** @description The same id. */
            readonly name: string;
            /** @description Result of the operation. It can be missing even when the operation succeeded. */
            readonly properties?: components["schemas"]["OperationStatusProperties"] | null;
            /**
             * Format: date-time
             * @description When the service started to process the request, in UTC.
             */
            readonly startTime?: string;
            /**
             * @description Status of the operation, written `Canceled` with one l. Every word but the last three means that it runs.
             * @example Invalid
             * @example InProgress
             * @example Succeeded
             * @example Failed
             * @example Canceled
             */
            readonly status: string;
        };
        /** @description The operation made one job. */
        readonly OperationStatusJobExtendedInfo: {
            /** @description The job that was created. It may equal the operation's id. */
            readonly jobId?: string;
            /**
             * @description Marks this type.
             * @constant
             */
            readonly objectType: "OperationStatusJobExtendedInfo";
        };
        /** @description The operation made several jobs. */
        readonly OperationStatusJobsExtendedInfo: {
            /** @description For jobs that could not be created, the reason by job id. */
            readonly failedJobsError?: {
                readonly [key: string]: string;
            };
            /** @description The jobs that were created. */
            readonly jobIds?: readonly string[];
            /**
             * @description Marks this type.
             * @constant
             */
            readonly objectType: "OperationStatusJobsExtendedInfo";
        };
        /** @description A result of a type that this document does not describe. */
        readonly OperationStatusOtherExtendedInfo: {
            /** @description None of the four known types. */
            readonly objectType: string;
        };
        /** @description Result of an operation. `objectType` decides which fields there are. */
        readonly OperationStatusProperties: components["schemas"]["OperationStatusJobExtendedInfo"] | components["schemas"]["OperationStatusJobsExtendedInfo"] | components["schemas"]["OperationStatusProvisionILRExtendedInfo"] | components["schemas"]["OperationStatusValidateOperationExtendedInfo"] | components["schemas"]["OperationStatusOtherExtendedInfo"];
        /** @description The operation prepared the restore of single files. */
        readonly OperationStatusProvisionILRExtendedInfo: {
            /**
             * @description Marks this type.
             * @constant
             */
            readonly objectType: "OperationStatusProvisionILRExtendedInfo";
            /** @description Where and how the files can be reached. Not read here. */
            readonly recoveryTarget?: {
                readonly [key: string]: unknown;
            };
        };
        /** @description The operation checked whether another one would work. */
        readonly OperationStatusValidateOperationExtendedInfo: {
            /**
             * @description Marks this type.
             * @constant
             */
            readonly objectType: "OperationStatusValidateOperationExtendedInfo";
            /** @description What the check found. */
            readonly validateOperationResponse?: {
                /** @description Findings; empty when there are none. */
                readonly validationResults?: readonly components["schemas"]["ValidationResult"][];
            };
        };
        /** @description A job of a type that this document does not describe. */
        readonly OtherJob: components["schemas"]["JobBase"] & {
            /** @description None of the seven known types. */
            readonly jobType: string;
        };
        /** @description A span of time. */
        readonly PointInTimeRange: {
            /**
             * Format: date-time
             * @description Its last instant.
             */
            readonly endTime?: string;
            /**
             * Format: date-time
             * @description Its first instant.
             */
            readonly startTime?: string;
        };
        /** @description Schedule and retention of backups. Policies of virtual machines and file shares have one schedule, those of databases one for each sort of backup; version 2 of the policies of virtual machines has three. */
        readonly Policy: {
            readonly backupManagementType: components["schemas"]["BackupManagementType"];
            /**
             * @description Version of a policy of virtual machines.
             * @example V1
             * @example V2
             */
            readonly policyType?: string;
            /** @description How many items it protects. */
            readonly protectedItemsCount?: number;
            readonly schedulePolicy?: components["schemas"]["SchedulePolicy"];
            readonly settings?: components["schemas"]["PolicySettings"];
            /** @description The schedules of a policy of databases. */
            readonly subProtectionPolicy?: readonly components["schemas"]["SubPolicy"][] | null;
            /**
             * @description Time zone of the schedules, by its Windows name.
             * @example UTC
             */
            readonly timeZone?: string;
            /**
             * @description What a policy of databases is for. Written with a capital L.
             * @example SQLDataBase
             * @example SAPHanaDatabase
             */
            readonly workLoadType?: string;
        };
        /** @description A page of backup policies. */
        readonly PolicyList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            readonly nextLink?: string | null;
            /** @description The rows of this page. */
            readonly value: readonly components["schemas"]["PolicyResource"][];
        };
        /** @description A backup policy in the envelope of Azure Resource Manager. */
        readonly PolicyResource: {
            /** @description Path. Its case varies between answers. */
            readonly id: string;
            /** @description Name. */
            readonly name: string;
            readonly properties: components["schemas"]["Policy"];
            /** @description Resource type. */
            readonly type?: string;
        };
        /** @description Settings of a policy of databases, which keeps its time zone here. */
        readonly PolicySettings: {
            /**
             * @description Time zone of the schedules, by its Windows name.
             * @example UTC
             */
            readonly timeZone?: string;
        };
        /** @description Labels and values as the portal shows them, for instance `VM Name`, `Backup Size` ("2332 MB"), `Policy Name`, `Data Transferred (in MB)`. All values are strings. */
        readonly PropertyBag: {
            readonly [key: string]: string;
        };
        /** @description What is protected and how. Which fields beyond the type are there depends on the type; only those about the state of protection are described. */
        readonly ProtectedItem: {
            readonly backupManagementType?: components["schemas"]["BackupManagementType"];
            /** @description Container of the item. */
            readonly containerName?: string;
            /**
             * Format: date-time
             * @description When the item was soft-deleted.
             */
            readonly deferredDeleteTimeInUTC?: string;
            /** @description Remaining retention of a soft-deleted item, as text. */
            readonly deferredDeleteTimeRemaining?: string;
            /** @description Display name. */
            readonly friendlyName?: string;
            /**
             * @description Health of a protected virtual machine.
             * @example Passed
             * @example ActionRequired
             * @example ActionSuggested
             * @example Invalid
             */
            readonly healthStatus?: string;
            /** @description True when the service deletes the soft-deleted item soon. */
            readonly isDeferredDeleteScheduleUpcoming?: boolean;
            /** @description Whether it is being brought back. */
            readonly isRehydrate?: boolean;
            /** @description True while the item is soft-deleted. */
            readonly isScheduledForDeferredDelete?: boolean;
            /** @description How the last backup went; free text for virtual machines, also empty. */
            readonly lastBackupStatus?: string;
            /**
             * Format: date-time
             * @description When the last backup ran. 2001-01-01 means never.
             */
            readonly lastBackupTime?: string;
            /**
             * Format: date-time
             * @description When the newest recovery point was made.
             */
            readonly lastRecoveryPoint?: string;
            /** @description Instance of a database. */
            readonly parentName?: string;
            /** @description Path of the backup policy. Empty once protection was stopped. */
            readonly policyId?: string;
            /** @description Name of the backup policy. */
            readonly policyName?: string;
            /**
             * @description How a database is.
             * @example Invalid
             * @example Healthy
             * @example Unhealthy
             * @example NotReachable
             * @example IRPending
             */
            readonly protectedItemHealthStatus?: string;
            /**
             * @description Type of the item.
             * @example Microsoft.Compute/virtualMachines
             * @example Microsoft.ClassicCompute/virtualMachines
             * @example AzureIaaSVMProtectedItem
             * @example AzureFileShareProtectedItem
             * @example AzureVmWorkloadProtectedItem
             * @example AzureVmWorkloadSQLDatabase
             * @example AzureVmWorkloadSAPAseDatabase
             * @example AzureVmWorkloadSAPHanaDatabase
             * @example AzureVmWorkloadSAPHanaDBInstance
             * @example Microsoft.Sql/servers/databases
             * @example DPMProtectedItem
             * @example GenericProtectedItem
             * @example MabFileFolderProtectedItem
             */
            readonly protectedItemType: string;
            /**
             * @description Protection state.
             * @example Invalid
             * @example IRPending
             * @example Protected
             * @example ProtectionError
             * @example ProtectionStopped
             * @example ProtectionPaused
             * @example BackupsSuspended
             */
            readonly protectionState?: string;
            /**
             * @description Older field for the protection state.
             * @example Invalid
             * @example NotProtected
             * @example Protecting
             * @example Protected
             * @example ProtectionFailed
             */
            readonly protectionStatus?: string;
            /** @description Machine of a database. */
            readonly serverName?: string;
            /** @description Path of the resource that is protected. */
            readonly sourceResourceId?: string;
            /** @description Path of a virtual machine. */
            readonly virtualMachineId?: string;
            readonly workloadType?: components["schemas"]["WorkloadType"];
        };
        /** @description What is to become of an item. */
        readonly ProtectedItemChange: {
            /** @description The fields that decide what happens. */
            readonly properties: {
                /** @description Restores a soft-deleted item, with its protection stopped. */
                readonly isRehydrate?: boolean;
                /** @description Path of the policy; empty where protection stops. */
                readonly policyId?: string;
                /** @description Type of the item. */
                readonly protectedItemType?: string;
                /**
                 * @description The desired state.
                 * @example ProtectionStopped
                 * @example BackupsSuspended
                 */
                readonly protectionState?: string;
                /** @description Paths of the requests at a Resource Guard that allow the change. */
                readonly resourceGuardOperationRequests?: readonly string[];
                /** @description Path of the resource that is protected. */
                readonly sourceResourceId?: string;
            };
        };
        /** @description A page of protected items. */
        readonly ProtectedItemList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            readonly nextLink?: string | null;
            /** @description The rows of this page. */
            readonly value: readonly components["schemas"]["ProtectedItemResource"][];
        };
        /** @description A protected item in the envelope of Azure Resource Manager. */
        readonly ProtectedItemResource: {
            /** @description Entity tag. Mostly absent. */
            readonly eTag?: string | null;
            /** @description Path of the item. Its case varies between answers. */
            readonly id: string;
            /** @description Region. Mostly absent. */
            readonly location?: string | null;
            /** @description Name of the item in its container. */
            readonly name: string;
            readonly properties: components["schemas"]["ProtectedItem"];
            /** @description Tags of the resource. Mostly absent. */
            readonly tags?: {
                readonly [key: string]: string;
            } | null;
            /** @description Resource type. */
            readonly type: string;
        };
        /** @description A recovery point. */
        readonly RecoverPoint: {
            /** @description Its id. */
            readonly recoveryPointID?: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            readonly recoveryPointTime?: string;
        };
        /** @description A state that the item can be restored to. Those of databases say their time and their sort under other names. */
        readonly RecoveryPoint: {
            /**
             * @description Type of the recovery point.
             * @example IaasVMRecoveryPoint
             * @example AzureFileShareRecoveryPoint
             * @example AzureWorkloadSQLRecoveryPoint
             * @example AzureWorkloadSAPHanaRecoveryPoint
             */
            readonly objectType: string;
            /** @description How long it is kept. */
            readonly recoveryPointProperties?: components["schemas"]["RecoveryPointProperties"] | null;
            /** @description Size of a file share, in GiB (that the unit is 1024³ bytes is inferred). */
            readonly recoveryPointSizeInGB?: number;
            /** @description Where it is kept; it may be kept in several places. */
            readonly recoveryPointTierDetails?: readonly components["schemas"]["RecoveryPointTier"][] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            readonly recoveryPointTime?: string;
            /**
             * Format: date-time
             * @description When it was made, of a database.
             */
            readonly recoveryPointTimeInUTC?: string;
            /**
             * @description How consistent it is.
             * @example AppConsistent
             * @example CrashConsistent
             * @example FileSystemConsistent
             */
            readonly recoveryPointType?: string;
            /** @description Of an AzureWorkloadSQLPointInTimeRecoveryPoint, the spans out of which a database can be restored at any instant. */
            readonly timeRanges?: readonly components["schemas"]["PointInTimeRange"][] | null;
            /**
             * @description Sort of a recovery point of a database.
             * @example Full
             * @example Log
             * @example Differential
             * @example Incremental
             */
            readonly type?: string;
        };
        /** @description A page of recovery points. */
        readonly RecoveryPointList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            readonly nextLink?: string | null;
            /** @description The rows of this page. */
            readonly value: readonly components["schemas"]["RecoveryPointResource"][];
        };
        /** @description How long a recovery point is kept. */
        readonly RecoveryPointProperties: {
            /** @description When it expires. */
            readonly expiryTime?: string;
            /** @description Whether it is soft-deleted. */
            readonly isSoftDeleted?: boolean;
            /** @description The rule that keeps it. */
            readonly ruleName?: string;
        };
        /** @description A recovery point in the envelope of Azure Resource Manager. */
        readonly RecoveryPointResource: {
            /** @description Path. Its case varies between answers. */
            readonly id: string;
            /** @description Name. */
            readonly name: string;
            readonly properties: components["schemas"]["RecoveryPoint"];
            /** @description Resource type. */
            readonly type?: string;
        };
        /** @description A storage tier that holds a recovery point. */
        readonly RecoveryPointTier: {
            /**
             * @description Whether it is there. Rehydrated says that an archived one was brought back for a while.
             * @example Invalid
             * @example Valid
             * @example Disabled
             * @example Deleted
             * @example Rehydrated
             */
            readonly status?: string;
            /**
             * @description Type of the tier.
             * @example Invalid
             * @example InstantRP
             * @example HardenedRP
             * @example ArchivedRP
             */
            readonly type?: string;
        };
        /** @description What is to be restored and where to. */
        readonly RestoreRequest: {
            readonly properties: components["schemas"]["RestoreRequestProperties"];
        };
        /** @description File shares say what happens to what is there, virtual machines where their disks go. */
        readonly RestoreRequestProperties: {
            /**
             * @description What happens to files that are there.
             * @example CreateCopy
             * @example Skip
             * @example Overwrite
             * @example FailOnConflict
             */
            readonly copyOptions?: string;
            /** @description Of the classic model. */
            readonly createNewCloudService?: boolean;
            /**
             * @description Type of the request.
             * @example AzureFileShareRestoreRequest
             * @example IaasVMRestoreRequest
             */
            readonly objectType: string;
            /** @description Whether the service restores disks to their original storage accounts. */
            readonly originalStorageAccountOption?: boolean;
            /** @description Name of the recovery point, again. */
            readonly recoveryPointId?: string;
            /**
             * @description Where to.
             * @example OriginalLocation
             * @example AlternateLocation
             * @example RestoreDisks
             * @example Offline
             */
            readonly recoveryType?: string;
            /** @description Region of the vault. */
            readonly region?: string;
            /**
             * @description How much of a share.
             * @example FullShareRestore
             * @example ItemLevelRestore
             */
            readonly restoreRequestType?: string;
            /** @description Path of the resource that was protected. */
            readonly sourceResourceId?: string;
            /** @description Path of the storage account that the disks go to. */
            readonly storageAccountId?: string;
            readonly targetDetails?: components["schemas"]["RestoreTarget"];
        };
        /** @description Another share than the original one. */
        readonly RestoreTarget: {
            /** @description Name of the share. */
            readonly name?: string;
            /** @description Path of its storage account. */
            readonly targetResourceId?: string;
        };
        /** @description When backups start. Which fields are there depends on the type. */
        readonly SchedulePolicy: {
            /** @description The daily schedule of version 2. */
            readonly dailySchedule?: {
                /** @description Instants whose time of day counts. */
                readonly scheduleRunTimes?: readonly string[];
            } | null;
            readonly hourlySchedule?: components["schemas"]["HourlySchedule"];
            /** @description Minutes between two backups of a log. */
            readonly scheduleFrequencyInMins?: number;
            /**
             * @description Type of the schedule.
             * @example SimpleSchedulePolicy
             * @example SimpleSchedulePolicyV2
             * @example LogSchedulePolicy
             * @example LongTermSchedulePolicy
             */
            readonly schedulePolicyType?: string;
            /** @description Days of the week of a weekly schedule. */
            readonly scheduleRunDays?: readonly string[] | null;
            /**
             * @description How often.
             * @example Invalid
             * @example Daily
             * @example Weekly
             * @example Hourly
             */
            readonly scheduleRunFrequency?: string;
            /** @description Instants whose time of day counts; their date does not. */
            readonly scheduleRunTimes?: readonly string[] | null;
            /** @description Interval in weeks; 0 means every week. */
            readonly scheduleWeeklyFrequency?: number;
            /** @description The weekly schedule of version 2. */
            readonly weeklySchedule?: {
                /** @description Days of the week. */
                readonly scheduleRunDays?: readonly string[];
                /** @description Instants whose time of day counts. */
                readonly scheduleRunTimes?: readonly string[];
            } | null;
        };
        /** @description Request to a secondary region. */
        readonly SecondaryRegionRequest: {
            /** @description Name of the job, for requests about one job. */
            readonly jobName?: string;
            /** @description Path of the vault. */
            readonly resourceId: string;
        };
        /** @description Why there is no token. */
        readonly SignInError: {
            /** @description Id that the caller sent, or a new one. */
            readonly correlation_id?: string;
            /**
             * @description Code of OAuth.
             * @example invalid_client
             * @example invalid_request
             * @example unauthorized_client
             * @example invalid_resource
             */
            readonly error: string;
            /** @description The same codes as numbers. */
            readonly error_codes?: readonly number[];
            /** @description Message that begins with an Entra ID error code, such as AADSTS7000215. */
            readonly error_description?: string;
            /** @description A page about the error. */
            readonly error_uri?: string;
            /** @description When it happened. */
            readonly timestamp?: string;
            /** @description Id for questions to Microsoft. */
            readonly trace_id?: string;
        };
        /** @description What a tenant says about itself, as far as it is read here. */
        readonly SignInMetadata: {
            /** @description Address of the sign-in page. */
            readonly authorization_endpoint: string;
            /** @description Who issues the tokens. */
            readonly issuer: string;
            /** @description Keys that the tokens are signed with. */
            readonly jwks_uri: string;
            /** @description Address of the token endpoint. */
            readonly token_endpoint: string;
        };
        /** @description An error of a job on a file share. */
        readonly StorageErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"];
        /** @description The schedule of one sort of backup. */
        readonly SubPolicy: {
            /**
             * @description The sort of backup.
             * @example Full
             * @example Differential
             * @example Log
             * @example Incremental
             */
            readonly policyType?: string;
            readonly schedulePolicy?: components["schemas"]["SchedulePolicy"];
        };
        /** @description A step of a job on a file share or a database. */
        readonly TaskDetails: {
            readonly status?: components["schemas"]["TaskStatus"];
            /**
             * @description Display name of the step.
             * @example Take Snapshot
             * @example Transfer data to vault
             * @example Transfer data from vault
             */
            readonly taskId?: string;
        };
        /**
         * @description Status of a task.
         * @example NotStarted
         * @example InProgress
         * @example Completed
         * @example Failed
         */
        readonly TaskStatus: string;
        /** @description A token. */
        readonly Token: {
            /** @description The token itself. */
            readonly access_token: string;
            /** @description Lifetime in seconds. */
            readonly expires_in: number;
            /** @description Lifetime in seconds while Entra ID is unavailable. */
            readonly ext_expires_in?: number;
            /**
             * @description How it is sent.
             * @constant
             */
            readonly token_type: "Bearer";
        };
        /** @description Credential of the client, and the scope that it requests. */
        readonly TokenRequest: {
            /**
             * Format: password
             * @description A JWT signed with the key of a certificate, or a token of a trusted issuer.
             */
            readonly client_assertion?: string;
            /**
             * @description Form of the assertion.
             * @constant
             */
            readonly client_assertion_type?: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            /** @description The application. */
            readonly client_id: string;
            /**
             * Format: password
             * @description Its secret.
             */
            readonly client_secret?: string;
            /**
             * @description The only grant that is used.
             * @constant
             */
            readonly grant_type: "client_credentials";
            /**
             * @description What the token is for.
             * @example https://management.azure.com/.default
             */
            readonly scope: string;
        };
        /** @description User-facing error. */
        readonly UserFacingError: {
            /** @description Code of the error. */
            readonly code?: string | null;
            /** @description Errors below this one. */
            readonly details?: readonly components["schemas"]["UserFacingError"][] | null;
            /** @description The cause. */
            readonly innerError?: components["schemas"]["InnerError"] | null;
            /** @description Whether trying again can help. */
            readonly isRetryable?: boolean | null;
            /** @description Whether the cause is the user's. */
            readonly isUserError?: boolean | null;
            /** @description Error message. */
            readonly message?: string | null;
            /** @description Labels and values. */
            readonly properties?: components["schemas"]["PropertyBag"] | null;
            /** @description What to do about it. */
            readonly recommendedAction?: readonly string[] | null;
            /** @description What the error is about. */
            readonly target?: string | null;
        };
        /** @description A warning, and what it is about. */
        readonly UserFacingWarning: {
            /** @description Name of the resource that it is about. */
            readonly resourceName?: string | null;
            /** @description The warning, in the form of an error. */
            readonly warning?: components["schemas"]["UserFacingError"] | null;
        };
        /** @description One finding of a check. */
        readonly ValidationResult: {
            /** @description Code of the finding. */
            readonly code?: string;
            /** @description Message of the finding. */
            readonly message?: string;
            /** @description What to do about it. */
            readonly recommendations?: readonly string[];
        };
        /** @description An error of a job on the vault. */
        readonly VaultErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"];
        /** @description A job on the vault itself. */
        readonly VaultJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["VaultErrorDetails"][] | null;
            /** @description Details without tasks. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["VaultJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            readonly jobType: "VaultJob";
        };
        /** @description Details of a job on the vault. */
        readonly VaultJobExtendedInfo: {
            readonly propertyBag?: components["schemas"]["PropertyBag"];
        };
        /** @description A page of vaults. */
        readonly VaultList: {
            /** @description Complete URL of the next page. Absent on the last page. */
            readonly nextLink?: string | null;
            /** @description The vaults of the page. A page may be empty and still have a next one. */
            readonly value: readonly components["schemas"]["VaultResource"][];
        };
        /** @description A vault, with the fields that the client reads. Its id contains its address. */
        readonly VaultResource: {
            /** @description Path of the vault, with its resource group. Its case varies. */
            readonly id: string;
            /** @description Region of the vault. */
            readonly location?: string | null;
            /** @description Name of the vault. */
            readonly name: string;
            /**
             * @description Resource type.
             * @example Microsoft.RecoveryServices/vaults
             * @example Microsoft.DataProtection/backupVaults
             */
            readonly type: string;
        };
        /** @description An error of a job on a virtual machine. */
        readonly VirtualMachineErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"] & {
            /** @description Short name of the error. */
            readonly errorTitle?: string;
        };
        /** @description Tasks and details of a job on a virtual machine. */
        readonly VirtualMachineJobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            readonly dynamicErrorMessage?: string;
            /** @description How long the job will presumably still take. Its form is not documented. */
            readonly estimatedRemainingDuration?: string;
            readonly internalPropertyBag?: components["schemas"]["PropertyBag"];
            /** @description Progress from 0 to 100. Microsoft says that it is filled for restores only. */
            readonly progressPercentage?: number;
            readonly propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            readonly tasksList?: readonly components["schemas"]["VirtualMachineTaskDetails"][] | null;
        };
        /** @description What both forms of virtual machine jobs have. */
        readonly VirtualMachineJobFields: {
            /** @description Container of the machine in the vault. */
            readonly containerName?: string;
            /** @description Why the job failed or warned. */
            readonly errorDetails?: readonly components["schemas"]["VirtualMachineErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            readonly extendedInfo?: components["schemas"]["VirtualMachineJobExtendedInfo"] | null;
            /**
             * @description Deployment model of the machine.
             * @example Compute
             * @example ClassicCompute
             */
            readonly virtualMachineVersion?: string;
        };
        /** @description A step of a job on a virtual machine. */
        readonly VirtualMachineTaskDetails: components["schemas"]["AgentTaskDetails"] & {
            /** @description Instance that the step works on. */
            readonly instanceId?: string;
            /** @description Progress from 0 to 100. Microsoft says that it is filled for restores only. */
            readonly progressPercentage?: number;
            /** @description Free text about how the step went. */
            readonly taskExecutionDetails?: string;
        };
        /** @description An error of a job on a database. */
        readonly WorkloadErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"] & {
            /** @description More about the error. */
            readonly additionalDetails?: string;
            /**
             * @description Short name of the error.
             * @example OperationCancelledBecauseConflictingOperationRunningUserError
             */
            readonly errorTitle?: string;
        };
        /**
         * @description Kind of what is backed up.
         * @example Invalid
         * @example VM
         * @example FileFolder
         * @example AzureSqlDb
         * @example SQLDB
         * @example Exchange
         * @example Sharepoint
         * @example VMwareVM
         * @example SystemState
         * @example Client
         * @example GenericDataSource
         * @example SQLDataBase
         * @example AzureFileShare
         * @example SAPHanaDatabase
         * @example SAPAseDatabase
         * @example SAPHanaDBInstance
         */
        readonly WorkloadType: string;
    };
    responses: {
        /** @description Accepted, or still running. The headers say where to look and how long to wait. */
        readonly Accepted: {
            headers: {
                readonly "Azure-AsyncOperation": components["headers"]["AzureAsyncOperation"];
                readonly Location: components["headers"]["Location"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "x-ms-request-id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Something in the request is not accepted, such as a filter or an api-version. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Conflict with the current state, for example while the same operation is running. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other error. While an operation is followed this is a failure to read it, not a failure of the operation. */
        readonly Failure: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The principal may not do this. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such subscription, resource group, vault, job or operation. Met also for a moment right after a job was created (inferred). */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The state of the operation. The code is 200 also while it runs and when it failed. */
        readonly OperationStatus: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly "x-ms-request-id": components["headers"]["RequestId"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OperationStatus"];
            };
        };
        /** @description No token, and why. */
        readonly SignInRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["SignInError"];
            };
        };
        /** @description The budget is spent, or the provider is overloaded. */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token is missing, expired, or made for another audience. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
        readonly ApiVersion: string;
        /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
        readonly AuxiliaryAuthorization: string;
        /** @description Clauses as for items, with the keys `backupManagementType` (required), `containerType`, `backupEngineName`, `fabricName`, `status`, `friendlyName`. */
        readonly ContainerFilter: string;
        /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
        readonly ContainerName: string;
        /** @description The fabric of the container. */
        readonly FabricName: string;
        /** @description `expand eq 'extendedInfo'` requests the counts of recovery points too (not seen in a documented sample). */
        readonly ItemExpansion: string;
        /** @description Clauses `key eq 'value'` joined by ` and `. Keys are `backupManagementType`, `itemType`, `policyName`, `containerName`, `backupEngineName`, `friendlyName`, `fabricName`, `healthState`, `backupSetName`. */
        readonly ItemFilter: string;
        /** @description The filter of the list of jobs. */
        readonly JobFilter: string;
        /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
        readonly JobName: string;
        /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
        readonly OperationId: string;
        /** @description Clauses as for items, with the keys `backupManagementType`, `fabricName`, `workloadType`. */
        readonly PolicyFilter: string;
        /** @description The policy's name, which is its only id within the vault. */
        readonly PolicyName: string;
        /** @description The item within its container. */
        readonly ProtectedItemName: string;
        /** @description Clauses as for items, with the keys `startDate`, `endDate`, `restorePointQueryType`, `extendedInfo`, `moveReadyRPOnly`, `includeSoftDeletedRP`. Dates are written as in the list of jobs. */
        readonly RecoveryPointFilter: string;
        /** @description The name of the recovery point, and not its path. */
        readonly RecoveryPointId: string;
        /** @description Type of resource to find; virtual machines by default (inferred). */
        readonly RefreshFilter: string;
        /** @description The secondary region, such as `northeurope`. */
        readonly Region: string;
        /** @description The resource group that holds the vault. */
        readonly ResourceGroupName: string;
        /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
        readonly SkipToken: string;
        /** @description The subscription that holds the vault. */
        readonly SubscriptionId: string;
        /** @description The directory, by its id or one of its domains. */
        readonly TenantId: string;
        /** @description The Recovery Services vault. */
        readonly VaultName: string;
    };
    requestBodies: never;
    headers: {
        /** @description URL of the status. Prefer it to `Location`. */
        readonly AzureAsyncOperation: string;
        /** @description URL of the result. */
        readonly Location: string;
        /** @description How many reads the principal has left in the subscription. */
        readonly RemainingReads: number;
        /** @description How many requests to Recovery Services are left. Sent instead of the count of reads where the provider keeps its own, smaller budget. */
        readonly RemainingResourceRequests: number;
        /** @description Id of the request, for questions to Microsoft. */
        readonly RequestId: string;
        /** @description Seconds to wait before the next request. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly requestToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The directory, by its id or one of its domains. */
                readonly tenantId: components["parameters"]["TenantId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            /** @description A token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Token"];
                };
            };
            readonly 400: components["responses"]["SignInRefused"];
            readonly 401: components["responses"]["SignInRefused"];
        };
    };
    readonly getSignInMetadata: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The directory, by its id or one of its domains. */
                readonly tenantId: components["parameters"]["TenantId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The addresses. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignInMetadata"];
                };
            };
            readonly 400: components["responses"]["SignInRefused"];
        };
    };
    readonly discoverAuthority: {
        readonly parameters: {
            readonly query: {
                /** @description Always 1.1. */
                readonly "api-version": string;
                /** @description Address of the service for which the metadata is requested. */
                readonly authorization_endpoint: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clouds and their addresses. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthorityDiscovery"];
                };
            };
            readonly 400: components["responses"]["SignInRefused"];
        };
    };
    readonly requestMachineToken: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the metadata service. */
                readonly "api-version": string;
                /** @description Which of several identities; absent, that of the machine. */
                readonly client_id?: string;
                /** @description What the token is for, without `/.default`. */
                readonly resource: string;
            };
            readonly header: {
                /** @description Always `true`. */
                readonly Metadata: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MachineToken"];
                };
            };
            readonly 400: components["responses"]["SignInRefused"];
        };
    };
    readonly requestServiceToken: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the endpoint. */
                readonly "api-version": string;
                /** @description Which of several identities; absent, that of the service. */
                readonly client_id?: string;
                /** @description What the token is for, without `/.default`. */
                readonly resource: string;
            };
            readonly header: {
                /** @description Proves that the request comes from the same host. */
                readonly "X-IDENTITY-HEADER": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MachineToken"];
                };
            };
            readonly 400: components["responses"]["SignInRefused"];
            readonly 401: components["responses"]["SignInRefused"];
        };
    };
    readonly listBackupVaults: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of vaults. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VaultList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getSecondaryRegionJob: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The secondary region, such as `northeurope`. */
                readonly region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecondaryRegionRequest"];
            };
        };
        readonly responses: {
            /** @description The job. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobResource"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly continueSecondaryRegionJobs: {
        readonly parameters: {
            readonly query: {
                /** @description The clauses of the list of a vault. */
                readonly $filter?: string;
                /** @description Opaque continuation token. */
                readonly $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The secondary region, such as `northeurope`. */
                readonly region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listSecondaryRegionJobs: {
        readonly parameters: {
            readonly query: {
                /** @description The clauses of the list of a vault. */
                readonly $filter?: string;
                /** @description Opaque continuation token. */
                readonly $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The secondary region, such as `northeurope`. */
                readonly region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecondaryRegionRequest"];
            };
        };
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listVaults: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of vaults. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VaultList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listBackupVaultJobs: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupVaultJobList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getBackupVaultJob: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The job. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupVaultJobResource"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getRefreshResult: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedItem: {
        readonly parameters: {
            readonly query: {
                /** @description `expand eq 'extendedInfo'` requests the counts of recovery points too (not seen in a documented sample). */
                readonly $filter?: components["parameters"]["ItemExpansion"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The item. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly changeProtectedItem: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: {
                /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
                readonly "x-ms-authorization-auxiliary"?: components["parameters"]["AuxiliaryAuthorization"];
            };
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProtectedItemChange"];
            };
        };
        readonly responses: {
            /** @description Done. The item as it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly deleteProtectedItem: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: {
                /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
                readonly "x-ms-authorization-auxiliary"?: components["parameters"]["AuxiliaryAuthorization"];
            };
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description Done, or there is no such item. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly backUpProtectedItem: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackupRequest"];
            };
        };
        readonly responses: {
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedItemOperationResult: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. The item as it is now. */
            readonly 200: {
                headers: {
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            /** @description Still running. */
            readonly 202: {
                headers: {
                    readonly "Azure-AsyncOperation": components["headers"]["AzureAsyncOperation"];
                    readonly Location: components["headers"]["Location"];
                    readonly "Retry-After": components["headers"]["RetryAfter"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done, without a body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedItemOperationStatus: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OperationStatus"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listRecoveryPoints: {
        readonly parameters: {
            readonly query: {
                /** @description Clauses as for items, with the keys `startDate`, `endDate`, `restorePointQueryType`, `extendedInfo`, `moveReadyRPOnly`, `includeSoftDeletedRP`. Dates are written as in the list of jobs. */
                readonly $filter?: components["parameters"]["RecoveryPointFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of recovery points. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryPointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly restoreRecoveryPoint: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                readonly containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                readonly protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The name of the recovery point, and not its path. */
                readonly recoveryPointId: components["parameters"]["RecoveryPointId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description Done. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly refreshContainers: {
        readonly parameters: {
            readonly query: {
                /** @description Type of resource to find; virtual machines by default (inferred). */
                readonly $filter?: components["parameters"]["RefreshFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The fabric of the container. */
                readonly fabricName: components["parameters"]["FabricName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listJobs: {
        readonly parameters: {
            readonly query: {
                /** @description Clauses `key eq 'value'` joined by ` and `; there is no `or` and no other operator. Keys: `status`, `backupManagementType`, `operation`, `jobId`, `startTime`, `endTime`. The two times are bounds on the start of the job although they are written with `eq`; they are UTC on a 12-hour clock, `yyyy-MM-dd hh:mm:ss AM|PM`. ISO dates are refused. One report says that the service silently ignored a malformed filter, so filter again. */
                readonly $filter?: string;
                /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
                readonly $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getJob: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The job. */
            readonly 200: {
                headers: {
                    readonly "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    readonly "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    readonly "x-ms-request-id": components["headers"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobResource"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly cancelJob: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getJobCancellation: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                readonly jobName: components["parameters"]["JobName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getJobExport: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportResult"];
                };
            };
            /** @description Still running. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportResult"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly exportJobs: {
        readonly parameters: {
            readonly query: {
                /** @description The filter of the list of jobs. */
                readonly $filter?: components["parameters"]["JobFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getVaultOperationResult: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getVaultOperationStatus: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                readonly operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OperationStatus"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listPolicies: {
        readonly parameters: {
            readonly query: {
                /** @description Clauses as for items, with the keys `backupManagementType`, `fabricName`, `workloadType`. */
                readonly $filter?: components["parameters"]["PolicyFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of policies. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getPolicy: {
        readonly parameters: {
            readonly query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The policy's name, which is its only id within the vault. */
                readonly policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policy. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PolicyResource"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listProtectedItems: {
        readonly parameters: {
            readonly query: {
                /** @description Clauses `key eq 'value'` joined by ` and `. Keys are `backupManagementType`, `itemType`, `policyName`, `containerName`, `backupEngineName`, `friendlyName`, `fabricName`, `healthState`, `backupSetName`. */
                readonly $filter?: components["parameters"]["ItemFilter"];
                /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
                readonly $skipToken?: components["parameters"]["SkipToken"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of protected items. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedItemList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listContainers: {
        readonly parameters: {
            readonly query: {
                /** @description Clauses as for items, with the keys `backupManagementType` (required), `containerType`, `backupEngineName`, `fabricName`, `status`, `friendlyName`. */
                readonly $filter: components["parameters"]["ContainerFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                readonly "api-version": components["parameters"]["ApiVersion"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The resource group that holds the vault. */
                readonly resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                readonly subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                readonly vaultName: components["parameters"]["VaultName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of containers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContainerList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
}
