/* Generated from openapi/azure-backup.yaml; do not edit. */

export interface paths {
    "/{tenantId}/oauth2/v2.0/token": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, by its id or one of its domains. */
                tenantId: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token for an application
         * @description Client credentials with a secret, or with an assertion: signed with the key of a certificate of the application, or a token of an issuer that the application trusts (workload identity).
         */
        post: operations["requestToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{tenantId}/v2.0/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, by its id or one of its domains. */
                tenantId: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        /**
         * Get the token endpoints of a tenant
         * @description Asked by Microsoft's own library before the first token. An unknown tenant is 400.
         */
        get: operations["getSignInMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/common/discovery/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether an address is one of Entra ID
         * @description Asked by Microsoft's own library for addresses that it does not know, unless instance discovery is turned off.
         */
        get: operations["discoverAuthority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metadata/identity/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token for the identity of this machine
         * @description Needs the header `Metadata`, which no request that was forwarded carries.
         */
        get: operations["requestMachineToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/msi/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token for the identity of an App Service
         * @description Needs the header `X-IDENTITY-HEADER` with the value of the variable IDENTITY_HEADER.
         */
        get: operations["requestServiceToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/providers/Microsoft.DataProtection/backupVaults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        /**
         * List the Backup vaults of a subscription
         * @description Answers one page, with the vaults that the principal may see. The api-version is one of Data Protection.
         */
        get: operations["listBackupVaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}/backupCrrJob": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secondary region, such as `northeurope`. */
                region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get one job of the secondary region
         * @description A read, although it is a POST.
         */
        post: operations["getSecondaryRegionJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/locations/{region}/backupCrrJobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secondary region, such as `northeurope`. */
                region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        /**
         * Follow the link to the next page of a secondary region
         * @description The target of `nextLink`, which the client follows unchanged (inferred from the published clients).
         */
        get: operations["continueSecondaryRegionJobs"];
        put?: never;
        /**
         * List the jobs of a vault in its secondary region
         * @description A read, although it is a POST. Whether the client follows the link to the next page with GET or POST is not documented; the published clients use GET. Jobs of the secondary region cannot be cancelled.
         */
        post: operations["listSecondaryRegionJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/providers/Microsoft.RecoveryServices/vaults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        /**
         * List the Recovery Services vaults of a subscription
         * @description Answers one page, with the vaults that the principal may see. How many are on a page is not documented.
         */
        get: operations["listVaults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupJobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the jobs of a Backup vault
         * @description Answers one page. No filter is declared; page size, order and how far back the list reaches are not documented. The api-version is one of Data Protection.
         */
        get: operations["listBackupVaultJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupJobs/{jobName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get one job of a Backup vault with its extended information
         * @description The code for an id that the vault does not know is not documented. There is no way to cancel such a job.
         */
        get: operations["getBackupVaultJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupPolicies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the backup policies of a Backup vault
         * @description The api-version is one of Data Protection.
         */
        get: operations["listBackupVaultPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DataProtection/backupVaults/{vaultName}/backupPolicies/{policyName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The policy's name, which is its only id within the vault. */
                policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get one backup policy of a Backup vault
         * @description The rules say when backups are made, and how long they are kept.
         */
        get: operations["getBackupVaultPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/operationResults/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the result of a discovery of items
         * @description The target of the Location header of a refresh.
         */
        get: operations["getRefreshResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get one protected item
         * @description How it is protected, by what, and how its last backup went.
         */
        get: operations["getProtectedItem"];
        /**
         * Change how an item is protected
         * @description Accepted with 202 and processed as an operation, which the headers name. 200 where no work was necessary. Stopping protection and keeping the data sends an empty `policyId` and the state `ProtectionStopped`.
         */
        put: operations["changeProtectedItem"];
        post?: never;
        /**
         * Stop protection and delete the data
         * @description Accepted with 202. The headers lead to addresses of the vault, not of the item; the end is 204.
         */
        delete: operations["deleteProtectedItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/backup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Back an item up now
         * @description Accepted and processed as an operation whose status names the job. 409 while the item is being backed up (inferred).
         */
        post: operations["backUpProtectedItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/operationResults/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the result of an operation on a protected item
         * @description The target of the `Location` header. It does not contain a job id; the status of the operation does. A body may be absent once the operation is done, so 204 is an end too.
         */
        get: operations["getProtectedItemOperationResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/operationsStatus/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the status of an operation on a protected item
         * @description The target of the `Azure-AsyncOperation` header. That URL may carry another api-version than the call that it answers.
         */
        get: operations["getProtectedItemOperationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/recoveryPoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the recovery points of an item
         * @description The order is not documented.
         */
        get: operations["listRecoveryPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}/recoveryPoints/{recoveryPointId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The name of the recovery point, and not its path. */
                recoveryPointId: components["parameters"]["RecoveryPointId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a recovery point
         * @description Accepted and processed as an operation whose status names the job. The specification lists 200, 201 and 204 as well.
         */
        post: operations["restoreRecoveryPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/refreshContainers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discover new items to protect
         * @description Accepted with a Location only.
         */
        post: operations["refreshContainers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the jobs of a vault
         * @description Answers one page. The page size, the order and the window without dates are not documented; the continuation token suggests newest start first (inferred). Rows carry no `extendedInfo`.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get one job with its extended information
         * @description The answer is 200 whatever the status of the job. The code for an id that the vault does not know is not documented.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a job up
         * @description Accepted with a Location only, which reports when the request was processed. The job changes to Cancelling and Cancelled. Refused, here or by the result, where the job cannot be given up any more, such as while data of a virtual machine are transferred to the vault.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/{jobName}/operationResults/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the result of giving a job up
         * @description The target of the Location header of a cancellation.
         */
        get: operations["getJobCancellation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobs/operationResults/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the result of an export of jobs
         * @description The target of the Location header of an export. Both answers have a body; the final one names the blob and the signature that opens it.
         */
        get: operations["getJobExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupJobsExport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a list of jobs to a blob
         * @description Accepted with a Location only. The filter is that of the list of jobs.
         */
        post: operations["exportJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupOperationResults/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the result of an operation through its vault
         * @description The target of the `Location` header of a deletion.
         */
        get: operations["getVaultOperationResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupOperations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get the status of an operation through its vault
         * @description Answers for operations on the vault and, as one documented walk-through and the Azure command line show, for operations on protected items too. The walk-through writes the last segments as `backupoperations`.
         */
        get: operations["getVaultOperationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupPolicies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the backup policies of a vault
         * @description That no filter is needed is inferred.
         */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupPolicies/{policyName}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The policy's name, which is its only id within the vault. */
                policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * Get one backup policy
         * @description The schedule and the retention, in a form that depends on what is backed up.
         */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupProtectableItems": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List what a vault could protect
         * @description Machines, shares and databases that the vault has discovered. At most 200 come on a page.
         */
        get: operations["listProtectableItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupProtectedItems": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the protected items of a vault
         * @description Includes soft-deleted items. That no filter is needed is inferred.
         */
        get: operations["listProtectedItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{vaultName}/backupProtectionContainers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        /**
         * List the containers of a vault
         * @description A container holds what can be protected: a machine, a storage account. Only those that are registered with the vault are listed.
         */
        get: operations["listContainers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Tasks and details of a job that runs on a server or computer. */
        AgentJobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            dynamicErrorMessage?: string;
            propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            tasksList?: components["schemas"]["AgentTaskDetails"][] | null;
        };
        /** @description A step of a job that runs on a server or computer. */
        AgentTaskDetails: components["schemas"]["TaskDetails"] & {
            duration?: components["schemas"]["Duration"];
            /**
             * Format: date-time
             * @description End of the step. Absent or year 0001 before it.
             */
            endTime?: string;
            /**
             * Format: date-time
             * @description Start of the step. Absent or year 0001 before it.
             */
            startTime?: string;
        };
        /** @description Which addresses belong to Entra ID. */
        AuthorityDiscovery: {
            /** @description Version of this answer. */
            "api-version"?: string;
            /** @description The clouds. */
            metadata: {
                /** @description All its addresses. */
                aliases: string[];
                /** @description Address that tokens are kept under. */
                preferred_cache: string;
                /** @description Address to be asked. */
                preferred_network: string;
            }[];
            /** @description Where the tenant describes itself. */
            tenant_discovery_endpoint: string;
        };
        /** @description A job on a virtual machine. */
        AzureIaaSVMJob: components["schemas"]["JobBase"] & components["schemas"]["VirtualMachineJobFields"] & {
            isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "AzureIaaSVMJob";
        };
        /** @description A job on a virtual machine in the newer form, without the field that says who started it. */
        AzureIaaSVMJobV2: components["schemas"]["JobBase"] & components["schemas"]["VirtualMachineJobFields"] & {
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "AzureIaaSVMJobV2";
        };
        /** @description A job on an Azure file share. */
        AzureStorageJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["StorageErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            extendedInfo?: components["schemas"]["JobExtendedInfo"] | null;
            isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "AzureStorageJob";
            /** @description Storage account of the share. */
            storageAccountName?: string;
            /**
             * @description Kind of storage account.
             * @example Storage
             */
            storageAccountVersion?: string;
        };
        /** @description A job on a database in a virtual machine (SQL Server, SAP HANA, SAP ASE). */
        AzureWorkloadJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["WorkloadErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            extendedInfo?: components["schemas"]["JobExtendedInfo"] | null;
            isUserTriggered?: components["schemas"]["IsUserTriggered"];
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "AzureWorkloadJob";
            /**
             * @description Kind of database, in free text.
             * @example SQLDataBase
             * @example SAPHanaDatabase
             */
            workloadType?: string;
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
        BackupManagementType: string;
        /** @description An on-demand backup. */
        BackupRequest: {
            properties: components["schemas"]["BackupRequestProperties"];
        };
        /** @description What kind of backup. The sort and the compression are for databases only. */
        BackupRequestProperties: {
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
            backupType?: string;
            /** @description Whether the database compresses. */
            enableCompression?: boolean;
            /**
             * @description Type of the request.
             * @example IaasVMBackupRequest
             * @example AzureFileShareBackupRequest
             * @example AzureWorkloadBackupRequest
             */
            objectType: string;
            /**
             * Format: date-time
             * @description When the recovery point expires. 30 days from now by default, for virtual machines.
             */
            recoveryPointExpiryTimeInUTC?: string;
        };
        /** @description A job of a Backup vault. */
        BackupVaultJob: {
            /** @description Id of the job in Microsoft's own traces. Not always a GUID; samples end in free text. */
            activityID: string;
            /** @description Display name of the backup instance. */
            backupInstanceFriendlyName: string;
            /** @description Path of the backup instance. */
            backupInstanceId?: string | null;
            /** @description Path of the resource that the job worked on. */
            dataSourceId: string;
            /** @description Region of the resource that the job worked on. */
            dataSourceLocation: string;
            /** @description Name of the resource that the job worked on. */
            dataSourceName: string;
            /** @description Name of the parent resource, such as the server of a database. */
            dataSourceSetName?: string | null;
            /**
             * @description Resource type of the resource that the job worked on.
             * @example Microsoft.Compute/disks
             * @example Microsoft.Storage/storageAccounts/blobServices
             * @example Microsoft.ContainerService/managedClusters
             * @example Microsoft.DBforPostgreSQL/servers/databases
             * @example Microsoft.DBforPostgreSQL/flexibleServers
             */
            dataSourceType: string;
            /** @description Target store of the data. */
            destinationDataStoreName?: string | null;
            /**
             * @description How long the job took. ISO 8601 is documented, the sample shows a TimeSpan.
             * @example PT2M11.9724387S
             * @example 00:02:11.9724387
             */
            duration?: string | null;
            /**
             * Format: date-time
             * @description End in UTC. Absent while the job runs.
             */
            endTime?: string | null;
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["UserFacingError"][] | null;
            /** @description Entity tag. */
            etag?: string | null;
            /** @description Steps and details. Whether a list has it is not documented. */
            extendedInfo?: components["schemas"]["BackupVaultJobExtendedInfo"] | null;
            /** @description True when a user started the job, false when a schedule did. */
            isUserTriggered: boolean;
            /**
             * @description What the job does, in free text.
             * @example Backup
             * @example Restore
             */
            operation: string;
            /**
             * @description Kind of the operation.
             * @example Backup
             * @example Restore
             * @example Tiering
             * @example Management
             */
            operationCategory: string;
            /** @description Path of the policy. */
            policyId?: string | null;
            /** @description Name of the policy. */
            policyName?: string | null;
            /** @description Whether the service reports progress. */
            progressEnabled: boolean;
            /** @description URL at which the service reports progress. */
            progressUrl?: string | null;
            /** @description Kind of restore. */
            restoreType?: string | null;
            /** @description Source store of the data. */
            sourceDataStoreName?: string | null;
            /** @description Resource group of the resource that the job worked on. */
            sourceResourceGroup: string;
            /** @description Subscription of the resource that the job worked on. */
            sourceSubscriptionID: string;
            /**
             * Format: date-time
             * @description Start in UTC.
             */
            startTime: string;
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
            status: string;
            /** @description Subscription of the vault. */
            subscriptionId: string;
            /** @description Actions that the job currently allows. May contain one empty string. */
            supportedActions: string[];
            /** @description Name of the vault. */
            vaultName: string;
        };
        /** @description Steps and details of a job of a Backup vault. */
        BackupVaultJobExtendedInfo: {
            /** @description Labels and values. */
            additionalDetails?: components["schemas"]["PropertyBag"] | null;
            /** @description State of the backup instance. */
            backupInstanceState?: string | null;
            /** @description The same, as some of the vendor's answers spell it. */
            dataTransferedInBytes?: number | null;
            /** @description How much was transferred. */
            dataTransferredInBytes?: number | null;
            /** @description Where was restored to. */
            recoveryDestination?: string | null;
            /** @description Recovery point that was restored. */
            sourceRecoverPoint?: components["schemas"]["RecoverPoint"] | null;
            /** @description The steps. */
            subTasks?: components["schemas"]["BackupVaultSubTask"][] | null;
            /** @description Recovery point that was made. */
            targetRecoverPoint?: components["schemas"]["RecoverPoint"] | null;
            /** @description What the job warns of. */
            warningDetails?: components["schemas"]["UserFacingWarning"][] | null;
        };
        /** @description A page of jobs of a Backup vault. */
        BackupVaultJobList: {
            /** @description Complete URL of the next page. Absent on the last page. */
            nextLink?: string | null;
            /** @description The jobs of the page. */
            value: components["schemas"]["BackupVaultJobResource"][];
        };
        /** @description A job of a Backup vault in the envelope of Azure Resource Manager. */
        BackupVaultJobResource: {
            /** @description Path of the job. */
            id: string;
            /** @description The job's own id. */
            name: string;
            properties: components["schemas"]["BackupVaultJob"];
            /**
             * @description Resource type.
             * @example Microsoft.DataProtection/backupVaults/backupJobs
             */
            type: string;
        };
        /** @description When backups of a Backup vault are made, and how long they are kept. */
        BackupVaultPolicy: {
            /** @description What it is for. */
            datasourceTypes: string[];
            /**
             * @description Form of this object.
             * @example BackupPolicy
             */
            objectType: string;
            /** @description Rules of backup and of retention. */
            policyRules: components["schemas"]["BackupVaultPolicyRule"][];
        };
        /** @description A page of backup policies. */
        BackupVaultPolicyList: {
            /** @description Address of the next page; absent at the end. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["BackupVaultPolicyResource"][];
        };
        /** @description A backup policy of a Backup vault in the envelope of Azure Resource Manager. */
        BackupVaultPolicyResource: {
            /** @description Path. Its case varies between answers. */
            id: string;
            /** @description Name. */
            name: string;
            properties: components["schemas"]["BackupVaultPolicy"];
            /** @description Resource type. */
            type?: string;
        };
        /** @description A rule. Those of retention have no trigger, and are not read. */
        BackupVaultPolicyRule: {
            /** @description What sort of backup is made. */
            backupParameters?: {
                /**
                 * @description Sort of backup.
                 * @example Full
                 * @example Incremental
                 */
                backupType?: string;
                /** @description Form of this object. */
                objectType?: string;
            };
            /** @description Where backups go. */
            dataStore?: {
                /** @description Sort of store. */
                dataStoreType?: string;
                /** @description Form of this object. */
                objectType?: string;
            };
            /** @description Name. */
            name: string;
            /**
             * @description Form of this object.
             * @example AzureBackupRule
             * @example AzureRetentionRule
             */
            objectType: string;
            /** @description When it runs. */
            trigger?: {
                /**
                 * @description Form of this object.
                 * @example ScheduleBasedTriggerContext
                 */
                objectType?: string;
                /** @description Repetitions. */
                schedule?: {
                    /** @description Repetitions in ISO 8601. */
                    repeatingTimeIntervals: string[];
                    /**
                     * @description Time zone by its Windows name.
                     * @example UTC
                     */
                    timeZone?: string;
                };
            };
        };
        /** @description A step of a job of a Backup vault. */
        BackupVaultSubTask: {
            /** @description Labels and values. */
            additionalDetails?: components["schemas"]["PropertyBag"] | null;
            /** @description Number of the step. */
            taskId?: number;
            /** @description Name of the step. */
            taskName?: string;
            /** @description Progress of the step. Its form is not documented. */
            taskProgress?: string | null;
            /** @description Status of the step. */
            taskStatus?: string;
        };
        /** @description A container of items that can be protected. */
        Container: {
            backupManagementType?: components["schemas"]["BackupManagementType"];
            /**
             * @description Type of the container.
             * @example Microsoft.Compute/virtualMachines
             * @example StorageContainer
             * @example VMAppContainer
             * @example SQLAGWorkLoadContainer
             * @example Windows
             */
            containerType: string;
            /** @description Display name. */
            friendlyName?: string;
            /**
             * @description How it is.
             * @example Healthy
             */
            healthStatus?: string;
            /**
             * @description Whether it is registered with the vault.
             * @example Registered
             */
            registrationStatus?: string;
        };
        /** @description A page of containers. */
        ContainerList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["ContainerResource"][];
        };
        /** @description A container in the envelope of Azure Resource Manager. */
        ContainerResource: {
            /** @description Path. Its case varies between answers. */
            id: string;
            /** @description Name. */
            name: string;
            properties: components["schemas"]["Container"];
            /** @description Resource type. */
            type?: string;
        };
        /** @description A job of a Data Protection Manager or Azure Backup Server. */
        DpmJob: components["schemas"]["JobBase"] & {
            /** @description Container of the resource that the job worked on. */
            containerName?: string;
            /** @description Kind of container. */
            containerType?: string;
            /** @description The server that ran the job. */
            dpmServerName?: string;
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["ErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            extendedInfo?: components["schemas"]["AgentJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "DpmJob";
            /** @description Kind of workload, in free text. */
            workloadType?: string;
        };
        /**
         * @description How long something took so far. Two forms are in use: a .NET TimeSpan with or without days and fraction, and ISO 8601. Which api-version sends which is not documented; prose samples show the first, specification samples the second.
         * @example 00:20:23.0896697
         * @example 1.02:03:04.5
         * @example PT12.4272909S
         * @example P1DT2H
         * @example PT0S
         */
        Duration: string;
        /** @description More about an error. */
        ErrorAdditionalInfo: {
            /** @description Anything; its form depends on the kind. */
            info?: unknown;
            /** @description Kind of what follows. */
            type?: string;
        };
        /** @description One error. */
        ErrorBody: {
            /** @description More about the error. */
            additionalInfo?: components["schemas"]["ErrorAdditionalInfo"][] | null;
            /**
             * @description Code of the error.
             * @example CloudInternalError
             * @example CloudInvalidInputError
             */
            code?: string;
            /** @description Errors below this one. Newer versions wrap each of them in `error` again, older ones do not. */
            details?: (components["schemas"]["ErrorResponse"] | components["schemas"]["ErrorBody"])[] | null;
            /** @description Error message. */
            message?: string;
            /** @description What the error is about. */
            target?: string | null;
        };
        /** @description The number of an error. */
        ErrorCode: {
            /**
             * Format: int32
             * @description Microsoft's number for the error.
             * @example 510008
             */
            errorCode?: number;
        };
        /** @description An error of a job that runs on a server or computer. It has no code. */
        ErrorDetails: {
            /** @description Error message. */
            errorString?: string;
            /** @description What to do about it. */
            recommendations?: string[];
        };
        /** @description How Resource Manager reports an error. */
        ErrorResponse: {
            error: components["schemas"]["ErrorBody"];
        };
        /** @description Status of an export of jobs. */
        ExportResult: {
            /** @description Headers, each with its values. */
            headers?: {
                [key: string]: string[];
            } | null;
            /** @description The blobs, once they are there. The keys open them for some minutes and are secrets. */
            operation?: {
                /** @description Signature that opens it. */
                blobSasKey?: string;
                /** @description Address of the list as JSON. */
                blobUrl?: string;
                /** @description Signature that opens that. */
                excelFileBlobSasKey?: string;
                /** @description Address of the list as a table. */
                excelFileBlobUrl?: string;
                /** @description Type of the result. */
                objectType: string;
            } | null;
            /**
             * @description Name of an HTTP status.
             * @example OK
             * @example Accepted
             */
            statusCode?: string;
        };
        /** @description Backups every few hours within a window of the day. */
        HourlySchedule: {
            /** @description Hours between two backups. */
            interval?: number;
            /** @description Length of the window in hours. */
            scheduleWindowDuration?: number;
            /** @description An instant whose time of day opens the window. */
            scheduleWindowStartTime?: string;
        };
        /** @description The cause of an error, which may have a cause itself. */
        InnerError: {
            /** @description Labels and values. */
            additionalInfo?: components["schemas"]["PropertyBag"] | null;
            /** @description Code of the cause. */
            code?: string;
            /** @description The cause of the cause. */
            embeddedInnerError?: components["schemas"]["InnerError"] | null;
        };
        /** @description True when a user started the job, false when a schedule did. The published model of database jobs lacks it, a sample has it. */
        IsUserTriggered: boolean;
        /** @description A job. Its type decides which further fields it has; a type that is not known here has the common ones at least. */
        Job: components["schemas"]["AzureIaaSVMJob"] | components["schemas"]["AzureIaaSVMJobV2"] | components["schemas"]["AzureStorageJob"] | components["schemas"]["AzureWorkloadJob"] | components["schemas"]["DpmJob"] | components["schemas"]["MabJob"] | components["schemas"]["VaultJob"] | components["schemas"]["OtherJob"];
        /**
         * @description Something that can be done with a job. Documented as a word; samples of 2018 and 2021 have numbers instead: 0 Invalid, 1 Cancellable, 2 Retriable (only 1 was seen, the others are inferred from the order of the words).
         * @example Invalid
         * @example Cancellable
         * @example Retriable
         * @example 1
         */
        JobAction: string | number;
        /** @description Fields of every type of job. Only `jobType` is required. */
        JobBase: {
            /** @description Actions that the job currently allows. Absent, null and empty all mean none. */
            actionsInfo?: components["schemas"]["JobAction"][] | null;
            /** @description Id of the job in Microsoft's own traces. */
            activityId?: string;
            backupManagementType?: components["schemas"]["BackupManagementType"];
            duration?: components["schemas"]["Duration"];
            /**
             * Format: date-time
             * @description End in UTC. Absent or null while the job runs; year 0001 means no end as well.
             */
            endTime?: string | null;
            /**
             * @description Display name of the protected item. For databases it contains the server or instance as well.
             * @example uttestvmub1
             * @example msdb [sqlserver-0]
             */
            entityFriendlyName?: string;
            /** @description Type of the job, and so of its further fields. */
            jobType: string;
            operation?: components["schemas"]["JobOperation"];
            /**
             * Format: date-time
             * @description Start in UTC, with up to seven digits of fraction.
             */
            startTime?: string;
            status?: components["schemas"]["JobStatus"];
        };
        /** @description Tasks and details of a job on a file share or a database. */
        JobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            dynamicErrorMessage?: string;
            propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            tasksList?: components["schemas"]["TaskDetails"][] | null;
        };
        /** @description A page of jobs. */
        JobList: {
            /** @description Complete URL of the next page, long and opaque; it may carry another api-version. Absent on the last page. Send the bearer token only when its scheme and host equal those of the request. */
            nextLink?: string | null;
            /** @description The jobs of the page. */
            value: components["schemas"]["JobResource"][];
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
        JobOperation: string;
        /** @description A job in the envelope of Azure Resource Manager. */
        JobResource: {
            /** @description Entity tag. Mostly absent. */
            eTag?: string | null;
            /** @description Path of the job. Its case varies between answers (`/Subscriptions/`, `microsoft.recoveryservices`). */
            id: string;
            /** @description Region. Mostly absent. */
            location?: string | null;
            /** @description The job's own id. */
            name: string;
            properties: components["schemas"]["Job"];
            /** @description Tags of the resource. Mostly absent. */
            tags?: {
                [key: string]: string;
            } | null;
            /**
             * @description Resource type.
             * @example Microsoft.RecoveryServices/vaults/backupJobs
             */
            type: string;
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
        JobStatus: string;
        /** @description A job of the Recovery Services agent on a computer. Such jobs are listed only once they have ended. */
        MabJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["ErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            extendedInfo?: components["schemas"]["AgentJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "MabJob";
            /** @description The computer that ran the job. */
            mabServerName?: string;
            mabServerType?: components["schemas"]["MabServerType"];
            workloadType?: components["schemas"]["WorkloadType"];
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
        MabServerType: string;
        /** @description A token of a managed identity. Numbers come as texts. */
        MachineToken: {
            /** @description The token itself. */
            access_token: string;
            /** @description The identity. */
            client_id?: string;
            /** @description Lifetime in seconds. */
            expires_in?: string;
            /** @description When it ends, in seconds since 1970. */
            expires_on: string;
            /** @description What it is for. */
            resource: string;
            /** @description How it is sent. */
            token_type: string;
        };
        /** @description Why an operation failed. */
        OperationError: {
            /** @description Code of the error. */
            code?: string;
            /** @description Error message. */
            message?: string;
        };
        /** @description Status of an accepted request. */
        OperationStatus: {
            /**
             * Format: date-time
             * @description When it was done, in UTC. Year 0001 while it runs.
             */
            endTime?: string;
            /** @description Why it failed or was cancelled. */
            error?: components["schemas"]["OperationError"] | null;
            /** @description Id of the operation, bare and not a path. */
            id: string;
            /** @description The same id. */
            name: string;
            /** @description Result of the operation. It can be missing even when the operation succeeded. */
            properties?: components["schemas"]["OperationStatusProperties"] | null;
            /**
             * Format: date-time
             * @description When the service started to process the request, in UTC.
             */
            startTime?: string;
            /**
             * @description Status of the operation, written `Canceled` with one l. Every word but the last three means that it runs.
             * @example Invalid
             * @example InProgress
             * @example Succeeded
             * @example Failed
             * @example Canceled
             */
            status: string;
        };
        /** @description The operation made one job. */
        OperationStatusJobExtendedInfo: {
            /** @description The job that was created. It may equal the operation's id. */
            jobId?: string;
            /**
             * @description Marks this type.
             * @constant
             */
            objectType: "OperationStatusJobExtendedInfo";
        };
        /** @description The operation made several jobs. */
        OperationStatusJobsExtendedInfo: {
            /** @description For jobs that could not be created, the reason by job id. */
            failedJobsError?: {
                [key: string]: string;
            };
            /** @description The jobs that were created. */
            jobIds?: string[];
            /**
             * @description Marks this type.
             * @constant
             */
            objectType: "OperationStatusJobsExtendedInfo";
        };
        /** @description A result of a type that this document does not describe. */
        OperationStatusOtherExtendedInfo: {
            /** @description None of the four known types. */
            objectType: string;
        };
        /** @description Result of an operation. `objectType` decides which fields there are. */
        OperationStatusProperties: components["schemas"]["OperationStatusJobExtendedInfo"] | components["schemas"]["OperationStatusJobsExtendedInfo"] | components["schemas"]["OperationStatusProvisionILRExtendedInfo"] | components["schemas"]["OperationStatusValidateOperationExtendedInfo"] | components["schemas"]["OperationStatusOtherExtendedInfo"];
        /** @description The operation prepared the restore of single files. */
        OperationStatusProvisionILRExtendedInfo: {
            /**
             * @description Marks this type.
             * @constant
             */
            objectType: "OperationStatusProvisionILRExtendedInfo";
            /** @description Where and how the files can be reached. Not read here. */
            recoveryTarget?: {
                [key: string]: unknown;
            };
        };
        /** @description The operation checked whether another one would work. */
        OperationStatusValidateOperationExtendedInfo: {
            /**
             * @description Marks this type.
             * @constant
             */
            objectType: "OperationStatusValidateOperationExtendedInfo";
            /** @description What the check found. */
            validateOperationResponse?: {
                /** @description Findings; empty when there are none. */
                validationResults?: components["schemas"]["ValidationResult"][];
            };
        };
        /** @description A job of a type that this document does not describe. */
        OtherJob: components["schemas"]["JobBase"] & {
            /** @description None of the seven known types. */
            jobType: string;
        };
        /** @description A span of time. */
        PointInTimeRange: {
            /**
             * Format: date-time
             * @description Its last instant.
             */
            endTime?: string;
            /**
             * Format: date-time
             * @description Its first instant.
             */
            startTime?: string;
        };
        /** @description Schedule and retention of backups. Policies of virtual machines and file shares have one schedule, those of databases one for each sort of backup; version 2 of the policies of virtual machines has three. */
        Policy: {
            backupManagementType: components["schemas"]["BackupManagementType"];
            /**
             * @description Version of a policy of virtual machines.
             * @example V1
             * @example V2
             */
            policyType?: string;
            /** @description How many items it protects. */
            protectedItemsCount?: number;
            schedulePolicy?: components["schemas"]["SchedulePolicy"];
            settings?: components["schemas"]["PolicySettings"];
            /** @description The schedules of a policy of databases. */
            subProtectionPolicy?: components["schemas"]["SubPolicy"][] | null;
            /**
             * @description Time zone of the schedules, by its Windows name.
             * @example UTC
             */
            timeZone?: string;
            /**
             * @description What a policy of databases is for. Written with a capital L.
             * @example SQLDataBase
             * @example SAPHanaDatabase
             */
            workLoadType?: string;
        };
        /** @description A page of backup policies. */
        PolicyList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["PolicyResource"][];
        };
        /** @description A backup policy in the envelope of Azure Resource Manager. */
        PolicyResource: {
            /** @description Path. Its case varies between answers. */
            id: string;
            /** @description Name. */
            name: string;
            properties: components["schemas"]["Policy"];
            /** @description Resource type. */
            type?: string;
        };
        /** @description Settings of a policy of databases, which keeps its time zone here. */
        PolicySettings: {
            /**
             * @description Time zone of the schedules, by its Windows name.
             * @example UTC
             */
            timeZone?: string;
        };
        /** @description Labels and values as the portal shows them, for instance `VM Name`, `Backup Size` ("2332 MB"), `Policy Name`, `Data Transferred (in MB)`. All values are strings. */
        PropertyBag: {
            [key: string]: string;
        };
        /** @description An item that could be protected, as far as it is read. */
        ProtectableItem: {
            /** @description Who would manage it. A text here, where other answers have a list of words. */
            backupManagementType?: string;
            /** @description Name for people. */
            friendlyName?: string;
            /** @description Form of this object. */
            protectableItemType: string;
            /**
             * @description Whether it is protected.
             * @enum {string}
             */
            protectionState?: "Invalid" | "NotProtected" | "Protecting" | "Protected" | "ProtectionFailed";
            /** @description What it is. */
            workloadType?: string;
        };
        /** @description A page of items that could be protected. */
        ProtectableItemList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["ProtectableItemResource"][];
        };
        /** @description An item that could be protected, in the envelope of Azure Resource Manager. */
        ProtectableItemResource: {
            /** @description Path, with the container and the name that the protected item would have. */
            id: string;
            /** @description Name. */
            name: string;
            properties: components["schemas"]["ProtectableItem"];
            /** @description Resource type. */
            type?: string;
        };
        /** @description What is protected and how. Which fields beyond the type are there depends on the type; only those about the state of protection are described. */
        ProtectedItem: {
            backupManagementType?: components["schemas"]["BackupManagementType"];
            /** @description Container of the item. */
            containerName?: string;
            /**
             * Format: date-time
             * @description When the item was soft-deleted.
             */
            deferredDeleteTimeInUTC?: string;
            /** @description Remaining retention of a soft-deleted item, as text. */
            deferredDeleteTimeRemaining?: string;
            /** @description Display name. */
            friendlyName?: string;
            /**
             * @description Health of a protected virtual machine.
             * @example Passed
             * @example ActionRequired
             * @example ActionSuggested
             * @example Invalid
             */
            healthStatus?: string;
            /** @description True when the service deletes the soft-deleted item soon. */
            isDeferredDeleteScheduleUpcoming?: boolean;
            /** @description Whether it is being brought back. */
            isRehydrate?: boolean;
            /** @description True while the item is soft-deleted. */
            isScheduledForDeferredDelete?: boolean;
            /** @description How the last backup went; free text for virtual machines, also empty. */
            lastBackupStatus?: string;
            /**
             * Format: date-time
             * @description When the last backup ran. 2001-01-01 means never.
             */
            lastBackupTime?: string;
            /**
             * Format: date-time
             * @description When the newest recovery point was made.
             */
            lastRecoveryPoint?: string;
            /** @description Instance of a database. */
            parentName?: string;
            /** @description Path of the backup policy. Empty once protection was stopped. */
            policyId?: string;
            /** @description Name of the backup policy. */
            policyName?: string;
            /**
             * @description How a database is.
             * @example Invalid
             * @example Healthy
             * @example Unhealthy
             * @example NotReachable
             * @example IRPending
             */
            protectedItemHealthStatus?: string;
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
            protectedItemType: string;
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
            protectionState?: string;
            /**
             * @description Older field for the protection state.
             * @example Invalid
             * @example NotProtected
             * @example Protecting
             * @example Protected
             * @example ProtectionFailed
             */
            protectionStatus?: string;
            /** @description Machine of a database. */
            serverName?: string;
            /** @description Path of the resource that is protected. */
            sourceResourceId?: string;
            /** @description Path of a virtual machine. */
            virtualMachineId?: string;
            workloadType?: components["schemas"]["WorkloadType"];
        };
        /** @description What is to become of an item. */
        ProtectedItemChange: {
            /** @description The fields that decide what happens. */
            properties: {
                /** @description Restores a soft-deleted item, with its protection stopped. */
                isRehydrate?: boolean;
                /** @description Path of the policy; empty where protection stops. */
                policyId?: string;
                /** @description Type of the item. */
                protectedItemType?: string;
                /**
                 * @description The desired state.
                 * @example ProtectionStopped
                 * @example BackupsSuspended
                 */
                protectionState?: string;
                /** @description Paths of the requests at a Resource Guard that allow the change. */
                resourceGuardOperationRequests?: string[];
                /** @description Path of the resource that is protected. */
                sourceResourceId?: string;
            };
        };
        /** @description A page of protected items. */
        ProtectedItemList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["ProtectedItemResource"][];
        };
        /** @description A protected item in the envelope of Azure Resource Manager. */
        ProtectedItemResource: {
            /** @description Entity tag. Mostly absent. */
            eTag?: string | null;
            /** @description Path of the item. Its case varies between answers. */
            id: string;
            /** @description Region. Mostly absent. */
            location?: string | null;
            /** @description Name of the item in its container. */
            name: string;
            properties: components["schemas"]["ProtectedItem"];
            /** @description Tags of the resource. Mostly absent. */
            tags?: {
                [key: string]: string;
            } | null;
            /** @description Resource type. */
            type: string;
        };
        /** @description A recovery point. */
        RecoverPoint: {
            /** @description Its id. */
            recoveryPointID?: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            recoveryPointTime?: string;
        };
        /** @description A state that the item can be restored to. Those of databases say their time and their sort under other names. */
        RecoveryPoint: {
            /**
             * @description Type of the recovery point.
             * @example IaasVMRecoveryPoint
             * @example AzureFileShareRecoveryPoint
             * @example AzureWorkloadSQLRecoveryPoint
             * @example AzureWorkloadSAPHanaRecoveryPoint
             */
            objectType: string;
            /** @description How long it is kept. */
            recoveryPointProperties?: components["schemas"]["RecoveryPointProperties"] | null;
            /** @description Size of a file share, in GiB (that the unit is 1024³ bytes is inferred). */
            recoveryPointSizeInGB?: number;
            /** @description Where it is kept; it may be kept in several places. */
            recoveryPointTierDetails?: components["schemas"]["RecoveryPointTier"][] | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            recoveryPointTime?: string;
            /**
             * Format: date-time
             * @description When it was made, of a database.
             */
            recoveryPointTimeInUTC?: string;
            /**
             * @description How consistent it is.
             * @example AppConsistent
             * @example CrashConsistent
             * @example FileSystemConsistent
             */
            recoveryPointType?: string;
            /** @description Of an AzureWorkloadSQLPointInTimeRecoveryPoint, the spans out of which a database can be restored at any instant. */
            timeRanges?: components["schemas"]["PointInTimeRange"][] | null;
            /**
             * @description Sort of a recovery point of a database.
             * @example Full
             * @example Log
             * @example Differential
             * @example Incremental
             */
            type?: string;
        };
        /** @description A page of recovery points. */
        RecoveryPointList: {
            /** @description Address of the next page; absent at the end. Its api-version may be another. */
            nextLink?: string | null;
            /** @description The rows of this page. */
            value: components["schemas"]["RecoveryPointResource"][];
        };
        /** @description How long a recovery point is kept. */
        RecoveryPointProperties: {
            /** @description When it expires. */
            expiryTime?: string;
            /** @description Whether it is soft-deleted. */
            isSoftDeleted?: boolean;
            /** @description The rule that keeps it. */
            ruleName?: string;
        };
        /** @description A recovery point in the envelope of Azure Resource Manager. */
        RecoveryPointResource: {
            /** @description Path. Its case varies between answers. */
            id: string;
            /** @description Name. */
            name: string;
            properties: components["schemas"]["RecoveryPoint"];
            /** @description Resource type. */
            type?: string;
        };
        /** @description A storage tier that holds a recovery point. */
        RecoveryPointTier: {
            /**
             * @description Whether it is there. Rehydrated says that an archived one was brought back for a while.
             * @example Invalid
             * @example Valid
             * @example Disabled
             * @example Deleted
             * @example Rehydrated
             */
            status?: string;
            /**
             * @description Type of the tier.
             * @example Invalid
             * @example InstantRP
             * @example HardenedRP
             * @example ArchivedRP
             */
            type?: string;
        };
        /** @description What is to be restored and where to. */
        RestoreRequest: {
            properties: components["schemas"]["RestoreRequestProperties"];
        };
        /** @description File shares say what happens to what is there, virtual machines where their disks go. */
        RestoreRequestProperties: {
            /**
             * @description What happens to files that are there.
             * @example CreateCopy
             * @example Skip
             * @example Overwrite
             * @example FailOnConflict
             */
            copyOptions?: string;
            /** @description Of the classic model. */
            createNewCloudService?: boolean;
            /**
             * @description Type of the request.
             * @example AzureFileShareRestoreRequest
             * @example IaasVMRestoreRequest
             */
            objectType: string;
            /** @description Whether the service restores disks to their original storage accounts. */
            originalStorageAccountOption?: boolean;
            /** @description Name of the recovery point, again. */
            recoveryPointId?: string;
            /**
             * @description Where to.
             * @example OriginalLocation
             * @example AlternateLocation
             * @example RestoreDisks
             * @example Offline
             */
            recoveryType?: string;
            /** @description Region of the vault. */
            region?: string;
            /**
             * @description How much of a share.
             * @example FullShareRestore
             * @example ItemLevelRestore
             */
            restoreRequestType?: string;
            /** @description Path of the resource that was protected. */
            sourceResourceId?: string;
            /** @description Path of the storage account that the disks go to. */
            storageAccountId?: string;
            targetDetails?: components["schemas"]["RestoreTarget"];
        };
        /** @description Another share than the original one. */
        RestoreTarget: {
            /** @description Name of the share. */
            name?: string;
            /** @description Path of its storage account. */
            targetResourceId?: string;
        };
        /** @description When backups start. Which fields are there depends on the type. */
        SchedulePolicy: {
            /** @description The daily schedule of version 2. */
            dailySchedule?: {
                /** @description Instants whose time of day counts. */
                scheduleRunTimes?: string[];
            } | null;
            hourlySchedule?: components["schemas"]["HourlySchedule"];
            /** @description Minutes between two backups of a log. */
            scheduleFrequencyInMins?: number;
            /**
             * @description Type of the schedule.
             * @example SimpleSchedulePolicy
             * @example SimpleSchedulePolicyV2
             * @example LogSchedulePolicy
             * @example LongTermSchedulePolicy
             */
            schedulePolicyType?: string;
            /** @description Days of the week of a weekly schedule. */
            scheduleRunDays?: string[] | null;
            /**
             * @description How often.
             * @example Invalid
             * @example Daily
             * @example Weekly
             * @example Hourly
             */
            scheduleRunFrequency?: string;
            /** @description Instants whose time of day counts; their date does not. */
            scheduleRunTimes?: string[] | null;
            /** @description Interval in weeks; 0 means every week. */
            scheduleWeeklyFrequency?: number;
            /** @description The weekly schedule of version 2. */
            weeklySchedule?: {
                /** @description Days of the week. */
                scheduleRunDays?: string[];
                /** @description Instants whose time of day counts. */
                scheduleRunTimes?: string[];
            } | null;
        };
        /** @description Request to a secondary region. */
        SecondaryRegionRequest: {
            /** @description Name of the job, for requests about one job. */
            jobName?: string;
            /** @description Path of the vault. */
            resourceId: string;
        };
        /** @description Why there is no token. */
        SignInError: {
            /** @description Id that the caller sent, or a new one. */
            correlation_id?: string;
            /**
             * @description Code of OAuth.
             * @example invalid_client
             * @example invalid_request
             * @example unauthorized_client
             * @example invalid_resource
             */
            error: string;
            /** @description The same codes as numbers. */
            error_codes?: number[];
            /** @description Message that begins with an Entra ID error code, such as AADSTS7000215. */
            error_description?: string;
            /** @description A page about the error. */
            error_uri?: string;
            /** @description When it happened. */
            timestamp?: string;
            /** @description Id for questions to Microsoft. */
            trace_id?: string;
        };
        /** @description What a tenant says about itself, as far as it is read here. */
        SignInMetadata: {
            /** @description Address of the sign-in page. */
            authorization_endpoint: string;
            /** @description Who issues the tokens. */
            issuer: string;
            /** @description Keys that the tokens are signed with. */
            jwks_uri: string;
            /** @description Address of the token endpoint. */
            token_endpoint: string;
        };
        /** @description An error of a job on a file share. */
        StorageErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"];
        /** @description The schedule of one sort of backup. */
        SubPolicy: {
            /**
             * @description The sort of backup.
             * @example Full
             * @example Differential
             * @example Log
             * @example Incremental
             */
            policyType?: string;
            schedulePolicy?: components["schemas"]["SchedulePolicy"];
        };
        /** @description A step of a job on a file share or a database. */
        TaskDetails: {
            status?: components["schemas"]["TaskStatus"];
            /**
             * @description Display name of the step.
             * @example Take Snapshot
             * @example Transfer data to vault
             * @example Transfer data from vault
             */
            taskId?: string;
        };
        /**
         * @description Status of a task.
         * @example NotStarted
         * @example InProgress
         * @example Completed
         * @example Failed
         */
        TaskStatus: string;
        /** @description A token. */
        Token: {
            /** @description The token itself. */
            access_token: string;
            /** @description Lifetime in seconds. */
            expires_in: number;
            /** @description Lifetime in seconds while Entra ID is unavailable. */
            ext_expires_in?: number;
            /**
             * @description How it is sent.
             * @constant
             */
            token_type: "Bearer";
        };
        /** @description Credential of the client, and the scope that it requests. */
        TokenRequest: {
            /**
             * Format: password
             * @description A JWT signed with the key of a certificate, or a token of a trusted issuer.
             */
            client_assertion?: string;
            /**
             * @description Form of the assertion.
             * @constant
             */
            client_assertion_type?: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            /** @description The application. */
            client_id: string;
            /**
             * Format: password
             * @description Its secret.
             */
            client_secret?: string;
            /**
             * @description The only grant that is used.
             * @constant
             */
            grant_type: "client_credentials";
            /**
             * @description What the token is for.
             * @example https://management.azure.com/.default
             */
            scope: string;
        };
        /** @description User-facing error. */
        UserFacingError: {
            /** @description Code of the error. */
            code?: string | null;
            /** @description Errors below this one. */
            details?: components["schemas"]["UserFacingError"][] | null;
            /** @description The cause. */
            innerError?: components["schemas"]["InnerError"] | null;
            /** @description Whether trying again can help. */
            isRetryable?: boolean | null;
            /** @description Whether the cause is the user's. */
            isUserError?: boolean | null;
            /** @description Error message. */
            message?: string | null;
            /** @description Labels and values. */
            properties?: components["schemas"]["PropertyBag"] | null;
            /** @description What to do about it. */
            recommendedAction?: string[] | null;
            /** @description What the error is about. */
            target?: string | null;
        };
        /** @description A warning, and what it is about. */
        UserFacingWarning: {
            /** @description Name of the resource that it is about. */
            resourceName?: string | null;
            /** @description The warning, in the form of an error. */
            warning?: components["schemas"]["UserFacingError"] | null;
        };
        /** @description One finding of a check. */
        ValidationResult: {
            /** @description Code of the finding. */
            code?: string;
            /** @description Message of the finding. */
            message?: string;
            /** @description What to do about it. */
            recommendations?: string[];
        };
        /** @description An error of a job on the vault. */
        VaultErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"];
        /** @description A job on the vault itself. */
        VaultJob: components["schemas"]["JobBase"] & {
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["VaultErrorDetails"][] | null;
            /** @description Details without tasks. Lists leave it out. */
            extendedInfo?: components["schemas"]["VaultJobExtendedInfo"] | null;
            /**
             * @description Marks this type.
             * @constant
             */
            jobType: "VaultJob";
        };
        /** @description Details of a job on the vault. */
        VaultJobExtendedInfo: {
            propertyBag?: components["schemas"]["PropertyBag"];
        };
        /** @description A page of vaults. */
        VaultList: {
            /** @description Complete URL of the next page. Absent on the last page. */
            nextLink?: string | null;
            /** @description The vaults of the page. A page may be empty and still have a next one. */
            value: components["schemas"]["VaultResource"][];
        };
        /** @description A vault, with the fields that the client reads. Its id contains its address. */
        VaultResource: {
            /** @description Path of the vault, with its resource group. Its case varies. */
            id: string;
            /** @description Region of the vault. */
            location?: string | null;
            /** @description Name of the vault. */
            name: string;
            /**
             * @description Resource type.
             * @example Microsoft.RecoveryServices/vaults
             * @example Microsoft.DataProtection/backupVaults
             */
            type: string;
        };
        /** @description An error of a job on a virtual machine. */
        VirtualMachineErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"] & {
            /** @description Short name of the error. */
            errorTitle?: string;
        };
        /** @description Tasks and details of a job on a virtual machine. */
        VirtualMachineJobExtendedInfo: {
            /** @description The error in one sentence, not translated. */
            dynamicErrorMessage?: string;
            /** @description How long the job will presumably still take. Its form is not documented. */
            estimatedRemainingDuration?: string;
            internalPropertyBag?: components["schemas"]["PropertyBag"];
            /** @description Progress from 0 to 100. Microsoft says that it is filled for restores only. */
            progressPercentage?: number;
            propertyBag?: components["schemas"]["PropertyBag"];
            /** @description The steps. */
            tasksList?: components["schemas"]["VirtualMachineTaskDetails"][] | null;
        };
        /** @description What both forms of virtual machine jobs have. */
        VirtualMachineJobFields: {
            /** @description Container of the machine in the vault. */
            containerName?: string;
            /** @description Why the job failed or warned. */
            errorDetails?: components["schemas"]["VirtualMachineErrorDetails"][] | null;
            /** @description Tasks and details. Lists leave it out. */
            extendedInfo?: components["schemas"]["VirtualMachineJobExtendedInfo"] | null;
            /**
             * @description Deployment model of the machine.
             * @example Compute
             * @example ClassicCompute
             */
            virtualMachineVersion?: string;
        };
        /** @description A step of a job on a virtual machine. */
        VirtualMachineTaskDetails: components["schemas"]["AgentTaskDetails"] & {
            /** @description Instance that the step works on. */
            instanceId?: string;
            /** @description Progress from 0 to 100. Microsoft says that it is filled for restores only. */
            progressPercentage?: number;
            /** @description Free text about how the step went. */
            taskExecutionDetails?: string;
        };
        /** @description An error of a job on a database. */
        WorkloadErrorDetails: components["schemas"]["ErrorDetails"] & components["schemas"]["ErrorCode"] & {
            /** @description More about the error. */
            additionalDetails?: string;
            /**
             * @description Short name of the error.
             * @example OperationCancelledBecauseConflictingOperationRunningUserError
             */
            errorTitle?: string;
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
        WorkloadType: string;
    };
    responses: {
        /** @description Accepted, or still running. The headers say where to look and how long to wait. */
        Accepted: {
            headers: {
                "Azure-AsyncOperation": components["headers"]["AzureAsyncOperation"];
                Location: components["headers"]["Location"];
                "Retry-After": components["headers"]["RetryAfter"];
                "x-ms-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Something in the request is not accepted, such as a filter or an api-version. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Conflict with the current state, for example while the same operation is running. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other error. While an operation is followed this is a failure to read it, not a failure of the operation. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The principal may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such subscription, resource group, vault, job or operation. Met also for a moment right after a job was created (inferred). */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The state of the operation. The code is 200 also while it runs and when it failed. */
        OperationStatus: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "x-ms-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OperationStatus"];
            };
        };
        /** @description No token, and why. */
        SignInRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInError"];
            };
        };
        /** @description The budget is spent, or the provider is overloaded. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token is missing, expired, or made for another audience. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
        ApiVersion: string;
        /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
        AuxiliaryAuthorization: string;
        /** @description Clauses as for items, with the keys `backupManagementType` (required), `containerType`, `backupEngineName`, `fabricName`, `status`, `friendlyName`. */
        ContainerFilter: string;
        /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
        ContainerName: string;
        /** @description The fabric of the container. */
        FabricName: string;
        /** @description `expand eq 'extendedInfo'` requests the counts of recovery points too (not seen in a documented sample). */
        ItemExpansion: string;
        /** @description Clauses `key eq 'value'` joined by ` and `. Keys are `backupManagementType`, `itemType`, `policyName`, `containerName`, `backupEngineName`, `friendlyName`, `fabricName`, `healthState`, `backupSetName`. */
        ItemFilter: string;
        /** @description The filter of the list of jobs. */
        JobFilter: string;
        /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
        JobName: string;
        /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
        OperationId: string;
        /** @description Clauses as for items, with the keys `backupManagementType`, `fabricName`, `workloadType`. */
        PolicyFilter: string;
        /** @description The policy's name, which is its only id within the vault. */
        PolicyName: string;
        /** @description The item within its container. */
        ProtectedItemName: string;
        /** @description Clauses as for items, with the keys `startDate`, `endDate`, `restorePointQueryType`, `extendedInfo`, `moveReadyRPOnly`, `includeSoftDeletedRP`. Dates are written as in the list of jobs. */
        RecoveryPointFilter: string;
        /** @description The name of the recovery point, and not its path. */
        RecoveryPointId: string;
        /** @description Type of resource to find; virtual machines by default (inferred). */
        RefreshFilter: string;
        /** @description The secondary region, such as `northeurope`. */
        Region: string;
        /** @description The resource group that holds the vault. */
        ResourceGroupName: string;
        /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
        SkipToken: string;
        /** @description The subscription that holds the vault. */
        SubscriptionId: string;
        /** @description The directory, by its id or one of its domains. */
        TenantId: string;
        /** @description The Recovery Services vault. */
        VaultName: string;
    };
    requestBodies: never;
    headers: {
        /** @description URL of the status. Prefer it to `Location`. */
        AzureAsyncOperation: string;
        /** @description URL of the result. */
        Location: string;
        /** @description How many reads the principal has left in the subscription. */
        RemainingReads: number;
        /** @description How many requests to Recovery Services are left. Sent instead of the count of reads where the provider keeps its own, smaller budget. */
        RemainingResourceRequests: number;
        /** @description Id of the request, for questions to Microsoft. */
        RequestId: string;
        /** @description Seconds to wait before the next request. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    requestToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, by its id or one of its domains. */
                tenantId: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["SignInRefused"];
            401: components["responses"]["SignInRefused"];
        };
    };
    getSignInMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The directory, by its id or one of its domains. */
                tenantId: components["parameters"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMetadata"];
                };
            };
            400: components["responses"]["SignInRefused"];
        };
    };
    discoverAuthority: {
        parameters: {
            query: {
                /** @description Always 1.1. */
                "api-version": string;
                /** @description Address of the service for which the metadata is requested. */
                authorization_endpoint: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clouds and their addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityDiscovery"];
                };
            };
            400: components["responses"]["SignInRefused"];
        };
    };
    requestMachineToken: {
        parameters: {
            query: {
                /** @description Version of the metadata service. */
                "api-version": string;
                /** @description Which of several identities; absent, that of the machine. */
                client_id?: string;
                /** @description What the token is for, without `/.default`. */
                resource: string;
            };
            header: {
                /** @description Always `true`. */
                Metadata: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineToken"];
                };
            };
            400: components["responses"]["SignInRefused"];
        };
    };
    requestServiceToken: {
        parameters: {
            query: {
                /** @description Version of the endpoint. */
                "api-version": string;
                /** @description Which of several identities; absent, that of the service. */
                client_id?: string;
                /** @description What the token is for, without `/.default`. */
                resource: string;
            };
            header: {
                /** @description Proves that the request comes from the same host. */
                "X-IDENTITY-HEADER": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineToken"];
                };
            };
            400: components["responses"]["SignInRefused"];
            401: components["responses"]["SignInRefused"];
        };
    };
    listBackupVaults: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vaults. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getSecondaryRegionJob: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The secondary region, such as `northeurope`. */
                region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondaryRegionRequest"];
            };
        };
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    continueSecondaryRegionJobs: {
        parameters: {
            query: {
                /** @description The clauses of the list of a vault. */
                $filter?: string;
                /** @description Opaque continuation token. */
                $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The secondary region, such as `northeurope`. */
                region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listSecondaryRegionJobs: {
        parameters: {
            query: {
                /** @description The clauses of the list of a vault. */
                $filter?: string;
                /** @description Opaque continuation token. */
                $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The secondary region, such as `northeurope`. */
                region: components["parameters"]["Region"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondaryRegionRequest"];
            };
        };
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listVaults: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vaults. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listBackupVaultJobs: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupVaultJobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getBackupVaultJob: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupVaultJobResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listBackupVaultPolicies: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupVaultPolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getBackupVaultPolicy: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The policy's name, which is its only id within the vault. */
                policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupVaultPolicyResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getRefreshResult: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedItem: {
        parameters: {
            query: {
                /** @description `expand eq 'extendedInfo'` requests the counts of recovery points too (not seen in a documented sample). */
                $filter?: components["parameters"]["ItemExpansion"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    changeProtectedItem: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: {
                /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
                "x-ms-authorization-auxiliary"?: components["parameters"]["AuxiliaryAuthorization"];
            };
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProtectedItemChange"];
            };
        };
        responses: {
            /** @description Done. The item as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteProtectedItem: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: {
                /** @description A bearer token of the directory that has the Resource Guard, where the vault is guarded by one. Guarded are stopping protection, deleting its data and changing the policy, as the guard is set up. */
                "x-ms-authorization-auxiliary"?: components["parameters"]["AuxiliaryAuthorization"];
            };
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            202: components["responses"]["Accepted"];
            /** @description Done, or there is no such item. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    backUpProtectedItem: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackupRequest"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedItemOperationResult: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. The item as it is now. */
            200: {
                headers: {
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedItemResource"];
                };
            };
            /** @description Still running. */
            202: {
                headers: {
                    "Azure-AsyncOperation": components["headers"]["AzureAsyncOperation"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedItemOperationStatus: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OperationStatus"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listRecoveryPoints: {
        parameters: {
            query: {
                /** @description Clauses as for items, with the keys `startDate`, `endDate`, `restorePointQueryType`, `extendedInfo`, `moveReadyRPOnly`, `includeSoftDeletedRP`. Dates are written as in the list of jobs. */
                $filter?: components["parameters"]["RecoveryPointFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of recovery points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryPointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    restoreRecoveryPoint: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The container of the item. Its semicolons may be sent as they are or as `%3B`. */
                containerName: components["parameters"]["ContainerName"];
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The item within its container. */
                protectedItemName: components["parameters"]["ProtectedItemName"];
                /** @description The name of the recovery point, and not its path. */
                recoveryPointId: components["parameters"]["RecoveryPointId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            202: components["responses"]["Accepted"];
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    refreshContainers: {
        parameters: {
            query: {
                /** @description Type of resource to find; virtual machines by default (inferred). */
                $filter?: components["parameters"]["RefreshFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The fabric of the container. */
                fabricName: components["parameters"]["FabricName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listJobs: {
        parameters: {
            query: {
                /** @description Clauses `key eq 'value'` joined by ` and `; there is no `or` and no other operator. Keys: `status`, `backupManagementType`, `operation`, `jobId`, `startTime`, `endTime`. The two times are bounds on the start of the job although they are written with `eq`; they are UTC on a 12-hour clock, `yyyy-MM-dd hh:mm:ss AM|PM`. ISO dates are refused. One report says that the service silently ignored a malformed filter, so filter again. */
                $filter?: string;
                /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
                $skipToken?: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getJob: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "x-ms-ratelimit-remaining-subscription-reads": components["headers"]["RemainingReads"];
                    "x-ms-ratelimit-remaining-subscription-resource-requests": components["headers"]["RemainingResourceRequests"];
                    "x-ms-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    cancelJob: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getJobCancellation: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The job's id, which operations call `jobId`. A GUID in every sample. */
                jobName: components["parameters"]["JobName"];
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getJobExport: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportResult"];
                };
            };
            /** @description Still running. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    exportJobs: {
        parameters: {
            query: {
                /** @description The filter of the list of jobs. */
                $filter?: components["parameters"]["JobFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getVaultOperationResult: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            202: components["responses"]["Accepted"];
            /** @description Done, without a body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getVaultOperationStatus: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The last path segment of an `Azure-AsyncOperation` or `Location` header. It may equal the id of the job. */
                operationId: components["parameters"]["OperationId"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OperationStatus"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listPolicies: {
        parameters: {
            query: {
                /** @description Clauses as for items, with the keys `backupManagementType`, `fabricName`, `workloadType`. */
                $filter?: components["parameters"]["PolicyFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getPolicy: {
        parameters: {
            query: {
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The policy's name, which is its only id within the vault. */
                policyName: components["parameters"]["PolicyName"];
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listProtectableItems: {
        parameters: {
            query: {
                /** @description The management, as `backupManagementType eq 'AzureIaasVM'`. */
                $filter: string;
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectableItemList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listProtectedItems: {
        parameters: {
            query: {
                /** @description Clauses `key eq 'value'` joined by ` and `. Keys are `backupManagementType`, `itemType`, `policyName`, `containerName`, `backupEngineName`, `friendlyName`, `fabricName`, `healthState`, `backupSetName`. */
                $filter?: components["parameters"]["ItemFilter"];
                /** @description Opaque continuation token. To read the next page, follow `nextLink` unchanged. */
                $skipToken?: components["parameters"]["SkipToken"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of protected items. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedItemList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listContainers: {
        parameters: {
            query: {
                /** @description Clauses as for items, with the keys `backupManagementType` (required), `containerType`, `backupEngineName`, `fabricName`, `status`, `friendlyName`. */
                $filter: components["parameters"]["ContainerFilter"];
                /** @description Version of the interface. Versions from 2016-12-01 on answer alike but for the form of `duration`. */
                "api-version": components["parameters"]["ApiVersion"];
            };
            header?: never;
            path: {
                /** @description The resource group that holds the vault. */
                resourceGroupName: components["parameters"]["ResourceGroupName"];
                /** @description The subscription that holds the vault. */
                subscriptionId: components["parameters"]["SubscriptionId"];
                /** @description The Recovery Services vault. */
                vaultName: components["parameters"]["VaultName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of containers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
}
