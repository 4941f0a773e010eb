/* Generated from openapi/veeam-azure.yaml; do not edit. */

export interface paths {
    readonly "/api/{version}/jobSessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List job sessions
         * @description Filters are applied first, then the offset, then the limit. There is no parameter for the order; the documented answer is newest start first. The page of v1 says that it takes no parameters, yet its own link carries `offset`, `limit` and `display`.
         */
        readonly get: operations["listJobSessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/jobSessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one job session
         * @description Some help pages print the path in the singular; the plural is the real one. A session that retention removed is presumably 404 (inferred).
         */
        readonly get: operations["getJobSession"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/jobSessions/{id}/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the log of a job session
         * @description The whole log in one answer. One table of v3 calls the method POST; the page itself and v8.1 say GET.
         */
        readonly get: operations["getJobSessionLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/jobSessions/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job session
         * @description The session changes to Canceling and ends as Canceled (inferred from the status values).
         */
        readonly post: operations["stopJobSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/operations/{operationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the operation, from the 202 response. */
                readonly operationId: string;
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one operation
         * @description Status of a request that was answered with 202. How long the appliance keeps it is not documented.
         */
        readonly get: operations["getOperation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of machines, in v1 to v3
         * @description In v1 to v3, where there were policies of machines alone at first. Later versions have a path for each sort.
         */
        readonly get: operations["listFormerPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of machines, in v1 to v3 */
        readonly get: operations["getFormerPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of machines, in v1 to v3
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableFormerPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of machines, in v1 to v3
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableFormerPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/{policyId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of machines, in v1 to v3
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startFormerPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/{policyId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of machines, in v1 to v3
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopFormerPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of accounts of Cosmos DB
         * @description In later versions; since when is not documented.
         */
        readonly get: operations["listCosmosDbPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of accounts of Cosmos DB */
        readonly get: operations["getCosmosDbPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of accounts of Cosmos DB
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableCosmosDbPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of accounts of Cosmos DB
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableCosmosDbPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb/{policyId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of accounts of Cosmos DB
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startCosmosDbPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/cosmosDb/{policyId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of accounts of Cosmos DB
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopCosmosDbPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of file shares
         * @description In later versions; since when is not documented.
         */
        readonly get: operations["listFileSharePolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of file shares */
        readonly get: operations["getFileSharePolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of file shares
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableFileSharePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of file shares
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableFileSharePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares/{policyId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of file shares
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startFileSharePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/fileShares/{policyId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of file shares
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopFileSharePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of databases of Azure SQL
         * @description From v3 on.
         */
        readonly get: operations["listSqlPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of databases of Azure SQL */
        readonly get: operations["getSqlPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of databases of Azure SQL
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableSqlPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of databases of Azure SQL
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableSqlPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql/{policyId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of databases of Azure SQL
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startSqlPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/sql/{policyId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of databases of Azure SQL
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopSqlPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of virtual machines
         * @description From the version on that separates the policies by type, v4 (inferred).
         */
        readonly get: operations["listVirtualMachinePolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of virtual machines */
        readonly get: operations["getVirtualMachinePolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of virtual machines
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableVirtualMachinePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of virtual machines
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableVirtualMachinePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines/{policyId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of virtual machines
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startVirtualMachinePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policies/virtualMachines/{policyId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of virtual machines
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopVirtualMachinePolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/slaBased/virtualMachines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List policies of virtual machines by agreed service level
         * @description Such a policy cannot be started or stopped by request.
         */
        readonly get: operations["listSlaBasedPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/slaBased/virtualMachines/{policyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one policy of virtual machines by agreed service level */
        readonly get: operations["getSlaBasedPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/slaBased/virtualMachines/{policyId}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of virtual machines by agreed service level
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableSlaBasedPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/slaBased/virtualMachines/{policyId}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of virtual machines by agreed service level
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableSlaBasedPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/vnet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the policy of virtual networks
         * @description There is one, without an id in its path.
         */
        readonly get: operations["getVirtualNetworkPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/vnet/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy of virtual networks
         * @description The policy no longer runs by its schedule.
         */
        readonly post: operations["disableVirtualNetworkPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/vnet/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy of virtual networks
         * @description Lets the policy run by its schedule.
         */
        readonly post: operations["enableVirtualNetworkPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/vnet/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy of virtual networks
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        readonly post: operations["startVirtualNetworkPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/policy/vnet/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy of virtual networks
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        readonly post: operations["stopVirtualNetworkPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/cosmosDb": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List protected accounts of Cosmos DB
         * @description In later versions; since when is not documented.
         */
        readonly get: operations["listProtectedCosmosDbAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/cosmosDb/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one of the protected accounts of Cosmos DB */
        readonly get: operations["getProtectedCosmosDbAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/fileShares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List protected file shares
         * @description In later versions; since when is not documented.
         */
        readonly get: operations["listProtectedFileShares"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/fileShares/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one of the protected file shares */
        readonly get: operations["getProtectedFileShare"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/sql": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List protected databases of Azure SQL
         * @description In later versions; since when is not documented.
         */
        readonly get: operations["listProtectedDatabases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/sql/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one of the protected databases of Azure SQL */
        readonly get: operations["getProtectedDatabase"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/virtualMachines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List protected virtual machines
         * @description The only read that may take long: with `Sync` the appliance queries Azure before it answers, and may say 202 with an operation whose result is the page.
         */
        readonly get: operations["listProtectedMachines"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/protectedItem/virtualMachines/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /** Get one of the protected virtual machines */
        readonly get: operations["getProtectedMachine"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/restorePoints/cosmosDb/repository": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List restore points of accounts of Cosmos DB
         * @description In what order is not documented.
         */
        readonly get: operations["listCosmosDbAccountRestorePoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/restorePoints/fileShares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List restore points of file shares
         * @description In what order is not documented.
         */
        readonly get: operations["listFileShareRestorePoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/restorePoints/sql": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List restore points of databases of Azure SQL
         * @description In what order is not documented.
         */
        readonly get: operations["listDatabaseRestorePoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/restorePoints/virtualMachines": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * List restore points of virtual machines
         * @description In what order is not documented.
         */
        readonly get: operations["listMachineRestorePoints"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/system/about": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the versions of the appliance
         * @description Which version of the product is installed. The versions of the interface that it serves follow from it.
         */
        readonly get: operations["getAbout"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/system/serverInfo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get where the appliance runs
         * @description The virtual machine of the appliance in Azure.
         */
        readonly get: operations["getServerInfo"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/system/serviceIsUp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Ask whether the appliance answers
         * @description The answer has no body.
         */
        readonly get: operations["getServiceState"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/system/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get whether the appliance is being updated
         * @description Whether the appliance is ready or is just being updated.
         */
        readonly get: operations["getStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/{version}/system/time": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        /**
         * Get the clock of the appliance
         * @description The clock of the appliance, in UTC, and its time zone, which only schedules follow.
         */
        readonly get: operations["getTime"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/oauth2/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log in, or renew a token
         * @description A user with a second factor gets 200 as well, but without an access token. Renewing gives a new pair, and both parts of it have to be kept; the refresh token that was used is spent (inferred). The documentation writes the values of `grant_type` with a capital; a client that writes them small works too, so case seems not to matter (inferred).
         */
        readonly post: operations["createToken"];
        /**
         * Log out
         * @description Ends the session that the token belongs to.
         */
        readonly delete: operations["deleteToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The versions of the appliance. */
        readonly About: {
            /** @description Account that has the permissions. */
            readonly copyright?: string | null;
            /**
             * Format: uuid
             * @description Id of the appliance's database.
             */
            readonly databaseId?: string | null;
            /** @description Id of the subscription that the appliance runs in. */
            readonly deploymentSubscriptionId?: string;
            /** @description Version of the service for restoring files. */
            readonly flrVersion?: string | null;
            /**
             * @description Version of the product.
             * @example 8.1.0.107
             */
            readonly serverVersion?: string | null;
            /** @description Version of the workers. */
            readonly workerVersion?: string | null;
        };
        /** @description A region. */
        readonly AzureRegion: {
            /** @description Its id. */
            readonly id?: string | null;
            /** @description Its name. */
            readonly name?: string | null;
            /** @description Its id in Azure. */
            readonly resourceId?: string | null;
        };
        /** @description A resource group. */
        readonly AzureResourceGroup: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Its cloud.
             * @enum {string}
             */
            readonly azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id. */
            readonly id?: string | null;
            /** @description Its name. */
            readonly name?: string | null;
            /** @description Id of its region. */
            readonly regionId?: string | null;
            /** @description Its id in Azure. */
            readonly resourceId?: string | null;
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            readonly subscriptionId?: string;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
        };
        /** @description A subscription. */
        readonly AzureSubscription: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Whether the appliance can reach it.
             * @enum {string}
             */
            readonly availability?: "Available" | "NotAvailable" | "Unknown";
            /**
             * @description Its cloud.
             * @enum {string}
             */
            readonly environment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /**
             * Format: uuid
             * @description Its id.
             */
            readonly id: string;
            /** @description Its name. */
            readonly name?: string | null;
            /**
             * @description Its state.
             * @enum {string}
             */
            readonly status?: "Active" | "Disabled" | "Unknown";
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            /** @description Name of the tenant. */
            readonly tenantName?: string | null;
            /** @description Resource group of the workers. */
            readonly workerResourceGroupName?: string | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        readonly BackupDailySchedule: {
            readonly backupSchedule?: components["schemas"]["DailyBackupPart"];
            /**
             * @description On which days.
             * @enum {string}
             */
            readonly dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description The days, where they were picked. */
            readonly selectedDays?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
        };
        /** @description The policy that a session belongs to. */
        readonly BackupJobInfo: {
            /**
             * Format: uuid
             * @description Id of the policy.
             */
            readonly policyId?: string | null;
            /** @description Name of the policy. */
            readonly policyName?: string | null;
            /** @description True when the policy was deleted. */
            readonly policyRemoved?: boolean | null;
            /**
             * @description Kind of workload that the policy protects. Not in v1.
             * @enum {string}
             */
            readonly policyType?: "VirtualMachines" | "AzureSql" | "FileShares" | "CosmosDb" | "ProtectionVmPolicy" | "Vnet" | "Unknown";
            /** @description How many instances the session protected. Sessions that succeeded over none are in the documented answer. */
            readonly protectedInstancesCount?: number | null;
        };
        /** @description On which day of the month, and at which hour. */
        readonly BackupMonthlySchedule: {
            readonly backupSchedule?: components["schemas"]["MonthlyBackupPart"];
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            readonly dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            readonly monthlyLastDay?: boolean | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            readonly type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description At which hour of which days of the week. */
        readonly BackupWeeklySchedule: {
            readonly backupSchedule?: components["schemas"]["WeeklyBackupPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
        };
        /** @description A policy of accounts of Cosmos DB, as v8.1 has it. */
        readonly CosmosDbPolicy: {
            readonly _links?: components["schemas"]["Links"];
            readonly archiveStatus?: components["schemas"]["JobStatus"];
            readonly backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            readonly backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Which kinds of accounts it backs up. */
            readonly backupWorkloads?: readonly ("PostgreSQL" | "MongoDB")[] | null;
            readonly configurationStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How long continuous backups are kept.
             * @enum {string}
             */
            readonly continuousBackupType?: "Continuous7Days" | "Continuous30Days";
            /** @description Whether it makes private endpoints. */
            readonly createPrivateEndpointToWorkloadAutomatically?: boolean;
            /** @description Which accounts it works with. */
            readonly credentialsList?: Record<string, never>;
            readonly dailySchedule?: components["schemas"]["BackupDailySchedule"];
            /** @description Id of the account that it works with. */
            readonly defaultBackupAccountId?: string | null;
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Number of excluded resources. */
            readonly excludedItemsCount?: number;
            /** @description When backups are checked. */
            readonly healthCheckSchedule?: Record<string, never>;
            readonly healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id?: string;
            /** @description Whether it archives. */
            readonly isArchiveBackupConfigured?: boolean;
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            readonly monthlySchedule?: components["schemas"]["BackupMonthlySchedule"];
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            readonly priority?: number;
            /** @description How often it tries again. */
            readonly retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            readonly serviceAccountId?: string;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            readonly weeklySchedule?: components["schemas"]["BackupWeeklySchedule"];
            readonly yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        readonly CosmosDbPolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["CosmosDbPolicy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A state that an account of Cosmos DB can be restored to. */
        readonly CosmosDbRestorePoint: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            readonly accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /** @description Id of the account. */
            readonly accountId?: string | null;
            /** @description Name of the account. */
            readonly accountName?: string | null;
            /**
             * @description Where it is.
             * @enum {string}
             */
            readonly backupDestination?: "AzureBlob" | "ManualBackup" | "Unknown";
            /** @description Its size. */
            readonly backupSizeBytes?: number;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            readonly dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            readonly gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            readonly id?: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            readonly immutableTill?: string | null;
            /** @description Whether it is damaged. */
            readonly isCorrupted?: boolean | null;
            /** @description The session that made it. */
            readonly jobSessionId?: string | null;
            /** @description Size of its chain. */
            readonly latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            readonly notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            readonly pointInTime?: string;
            /** @description Name of its region. */
            readonly regionName?: string | null;
            /** @description Its resource group. */
            readonly resourceGroupName?: string | null;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            readonly retrievedDataExpirationDate?: string | null;
            /**
             * @description Status.
             * @enum {string}
             */
            readonly state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            readonly subscriptionId?: string;
            /** @description Name of its subscription. */
            readonly subscriptionName?: string | null;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            /** @description Name of the tenant. */
            readonly tenantName?: string | null;
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            readonly type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            readonly vbrId?: string | null;
        };
        /** @description A page of restore points. */
        readonly CosmosDbRestorePointList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["CosmosDbRestorePoint"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        readonly DailyBackupPart: {
            /** @description Hours of the day. */
            readonly hours?: readonly number[] | null;
            readonly retention?: components["schemas"]["RetentionSettings"];
            /** @description Id of the repository. */
            readonly targetRepositoryId?: string | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        readonly DailySchedule: {
            /** @description When backups are made. */
            readonly backupSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description Everyday, WeekDays or SelectedDays. */
            readonly dailyType?: string | null;
            /** @description How often within each of its hours. */
            readonly runsPerHour?: number | null;
            /** @description Names of the days of the week. */
            readonly selectedDays?: readonly string[] | null;
            /** @description When snapshots are made. */
            readonly snapshotSchedule?: components["schemas"]["ScheduleMoments"] | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        readonly DailySnapshotPart: {
            /** @description Hours of the day. */
            readonly hours?: readonly number[] | null;
            /** @description How many are kept. */
            readonly snapshotsToKeep?: number | null;
        };
        /** @description A state that a database can be restored to. */
        readonly DatabaseRestorePoint: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            readonly accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /**
             * @description Where it is.
             * @enum {string}
             */
            readonly backupDestination?: "AzureBlob" | "ManualBackup" | "Unknown";
            /** @description Its size. */
            readonly backupSizeBytes?: number;
            /** @description Id of the database. */
            readonly databaseId?: string | null;
            /** @description Name of the database. */
            readonly databaseName?: string | null;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            readonly dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            readonly gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            readonly id?: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            readonly immutableTill?: string | null;
            /** @description Whether it is damaged. */
            readonly isCorrupted?: boolean | null;
            /** @description The session that made it. */
            readonly jobSessionId?: string | null;
            /** @description Size of its chain. */
            readonly latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            readonly notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            readonly pointInTime?: string;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            readonly retrievedDataExpirationDate?: string | null;
            /** @description Id of its server. */
            readonly sqlServerId?: string;
            /** @description Name of its server. */
            readonly sqlServerName?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            readonly state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            readonly type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            readonly vbrId?: string | null;
        };
        /** @description A page of restore points. */
        readonly DatabaseRestorePointList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["DatabaseRestorePoint"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description What is known of a restore of files from a virtual machine. */
        readonly FileLevelRestoreJobInfo: {
            /** @description Policy that made the restore point. Not in v1. */
            readonly backupPolicyDisplayName?: string | null;
            /** @description Where the files can be picked. */
            readonly flrLink?: components["schemas"]["FileLevelRestoreLink"] | null;
            /** @description Who started it. Not in v1. */
            readonly initiator?: string | null;
            /** @description True when files can be picked. Not in v1. */
            readonly isFlrSessionReady?: boolean | null;
            /** @description Why it was done. */
            readonly reason?: string | null;
            /**
             * Format: date-time
             * @description When the restore point was made. Not in v1.
             */
            readonly restorePointCreatedDateUtc?: string | null;
            /** @description Id of the virtual machine. */
            readonly vmId?: string | null;
            /** @description Name of the virtual machine. Not in v1. */
            readonly vmName?: string | null;
        };
        /** @description Where files can be picked. */
        readonly FileLevelRestoreLink: {
            /** @description Thumbprint of its certificate. */
            readonly thumbprint?: string | null;
            /** @description Address of the file browser. */
            readonly url?: string | null;
        };
        /** @description What is known of a restore of files of a share. */
        readonly FileShareFileLevelRestoreJobInfo: {
            /** @description Policy that made the restore point. */
            readonly backupPolicyDisplayName?: string | null;
            /** @description Id of the share. */
            readonly fileShareId?: string | null;
            /** @description Name of the share. */
            readonly fileShareName?: string | null;
            /** @description Where the files can be picked. */
            readonly flrLink?: components["schemas"]["FileLevelRestoreLink"] | null;
            /** @description Who started it. */
            readonly initiator?: string | null;
            /** @description Why it was done. */
            readonly reason?: string | null;
            /**
             * Format: date-time
             * @description When the restore point was made.
             */
            readonly restorePointCreatedDateUtc?: string | null;
        };
        /** @description A policy of file shares, as v8.1 has it. */
        readonly FileSharePolicy: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            readonly backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            readonly dailySchedule?: components["schemas"]["SnapshotDailySchedule"];
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Whether it indexes files. */
            readonly enableIndexing?: boolean | null;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id?: string;
            readonly indexingStatus?: components["schemas"]["JobStatus"];
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            readonly isScheduleConfigured?: boolean;
            readonly monthlySchedule?: components["schemas"]["SnapshotMonthlySchedule"];
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            readonly priority?: number;
            /** @description How often it tries again. */
            readonly retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            readonly serviceAccountId?: string;
            readonly snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            readonly weeklySchedule?: components["schemas"]["SnapshotWeeklySchedule"];
        };
        /** @description A page of policies. */
        readonly FileSharePolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["FileSharePolicy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A state that a file share can be restored to. */
        readonly FileShareRestorePoint: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Where it is.
             * @enum {string}
             */
            readonly backupDestination?: "Snapshot" | "ManualSnapshot" | "ImportedSnapshot" | "Unknown";
            /** @description Id of the share. */
            readonly fileShareId?: string | null;
            /** @description Name of the share. */
            readonly fileShareName?: string | null;
            /** @description Whether it is kept longer. */
            readonly gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            readonly id?: string;
            /** @description Whether its files are indexed. */
            readonly indexed?: boolean | null;
            /** @description Whether it is damaged. */
            readonly isCorrupted?: boolean | null;
            /** @description The session that made it. */
            readonly jobSessionId?: string | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            readonly pointInTime?: string;
            /** @description Id of its region. */
            readonly regionId?: string | null;
            /** @description Name of its region. */
            readonly regionName?: string | null;
            /** @description Its size, as it is called for shares. */
            readonly sizeInBytes?: number;
            /**
             * @description Status.
             * @enum {string}
             */
            readonly state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            readonly type?: "Full" | "Incremental" | "Continuous" | "Unknown";
        };
        /** @description A page of restore points. */
        readonly FileShareRestorePointList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["FileShareRestorePoint"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description What was checked. */
        readonly HealthCheckJobInfo: {
            /** @description How many instances were checked. */
            readonly checkedInstancesCount?: number | null;
            /**
             * Format: uuid
             * @description Id of the policy.
             */
            readonly policyId?: string | null;
            /** @description Name of the policy. */
            readonly policyName?: string | null;
            /** @description True when the policy was deleted. */
            readonly policyRemoved?: boolean | null;
        };
        /** @description One execution of work. v8.1 promises `status` alone. */
        readonly JobSession: {
            /** @description Empty in all samples. In the lists of v3 only. */
            readonly _embeddedResources?: Record<string, never>;
            /** @description Links to the session (`self`) and its log (`log`). */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The policy that the session belongs to. Absent on sessions without one, such as manual snapshots. */
            readonly backupJobInfo?: components["schemas"]["BackupJobInfo"] | null;
            /**
             * @description How long it took, as a .NET TimeSpan with days and fraction only where needed. Tables of v2 and v3 call it a number of milliseconds although their samples show the TimeSpan.
             * @example 00:01:17.8226030
             * @example 1.02:03:04.5000000
             */
            readonly executionDuration?: string | number | null;
            /**
             * Format: date-time
             * @description Start in UTC, with up to seven digits of fraction and no zeros at their end.
             */
            readonly executionStartTime?: string | null;
            /**
             * Format: date-time
             * @description End in UTC. Null or absent while the session runs (inferred; no such sample is known).
             */
            readonly executionStopTime?: string | null;
            /** @description What is known of a restore of files from a virtual machine. */
            readonly fileLevelRestoreJobInfo?: components["schemas"]["FileLevelRestoreJobInfo"] | null;
            /** @description What is known of a restore of files of a share. Not in v1. */
            readonly fileShareFileLevelRestoreJobInfo?: components["schemas"]["FileShareFileLevelRestoreJobInfo"] | null;
            /** @description What was checked. Not in v1. */
            readonly healthCheckJobInfo?: components["schemas"]["HealthCheckJobInfo"] | null;
            /** @description Id of the session, a number as text in v1 and a UUID later. */
            readonly id?: string | null;
            /** @description Display name of the type. */
            readonly localizedType?: string | null;
            /** @description The repository that the session worked on. */
            readonly repositoryJobInfo?: components["schemas"]["RepositoryJobInfo"] | null;
            /** @description What is known of a restore. */
            readonly restoreJobInfo?: components["schemas"]["RestoreJobInfo"] | null;
            /** @description What was fetched back from archive. Not in v1. */
            readonly restorePointDataRetrievalJobInfo?: components["schemas"]["RestorePointDataRetrievalJobInfo"] | null;
            /** @description What retention removed. Not in v1. */
            readonly retentionJobInfo?: components["schemas"]["RetentionJobInfo"] | null;
            readonly status: components["schemas"]["JobStatus"];
            readonly type?: components["schemas"]["JobSessionType"];
            /** @description Counter of changes. In the samples of v1 and v3, absent in v8.1. */
            readonly usn?: number;
        };
        /** @description A page of sessions. */
        readonly JobSessionList: {
            /** @description Links to this page and, where there are other pages, to `first`, `prev` and `next`. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many sessions were left out. */
            readonly offset: number;
            /** @description The sessions of the page. */
            readonly results: readonly components["schemas"]["JobSession"][];
            /** @description How many sessions match in all. The page of v1 calls it the number of records in the results; a sample of v3 with a limit of 2 and a total of 87 shows the former. */
            readonly totalCount?: number | null;
        };
        /**
         * @description What the session does. The words of v8.1, then `AutoBackup` of v2 and v3 and `LingeringSnapshotRetention` of v1, which no later version lists (by its title it became ObsoleteSnapshotRetention).
         * @enum {string}
         */
        readonly JobSessionType: "BackupRetention" | "InvalidSnapshotRetention" | "ObsoleteSnapshotRetention" | "OrphanedSnapshotRetention" | "ManualSnapshot" | "ManualSnapshotDeletion" | "PolicyBackup" | "PolicySnapshot" | "RestoreDisks" | "RestoreVms" | "FileLevelRestore" | "BackupDeletion" | "SnapshotDeletion" | "SnapshotBackup" | "RepositoryCreation" | "RepositoryDeletion" | "RepositoryEdit" | "SqlPolicyBackup" | "SqlManualBackup" | "SqlRestore" | "RestorePointDataRetrieval" | "SqlRestorePointDataRetrieval" | "FileSharePolicySnapshot" | "FileShareManualSnapshot" | "FileShareRestore" | "FileShareFileRestore" | "FileShareIndexing" | "FileShareSnapshotRetention" | "FileShareSnapshotDeletion" | "FileShareManualSnapshotDeletion" | "ConfigurationBackupManual" | "ConfigurationBackupScheduled" | "ConfigurationBackupDeletion" | "HealthCheck" | "ConfigurationBackupDownload" | "SnapshotRescan" | "ConfigurationBackupSync" | "ConfigurationRestoreStatus" | "PolicyArchive" | "SqlPolicyArchive" | "SqlBackupDeletion" | "VnetPolicyBackup" | "VnetFullRestore" | "VnetGranularRestore" | "VnetBackupDeletion" | "VnetRetention" | "VnetRepositoryImport" | "VnetPolicyBackupToRepository" | "CosmosDbConfiguration" | "CosmosDbRestore" | "PostgresDbPolicyBackup" | "PostgresDbPolicyArchive" | "PostgresDbManualBackup" | "CosmosDbContinuousRetention" | "CosmosDbRestorePointDataRetrieval" | "CosmosDbBackupDeletion" | "InfrastructureRescan" | "MongoDbManualBackup" | "MongoDbPolicyBackup" | "MongoDbPolicyArchive" | "CosmosDbContinuousBackupDeletion" | "VmSnapshotRetention" | "Unknown" | "AutoBackup" | "LingeringSnapshotRetention";
        /**
         * @description Status of a session. A failure is `Error`; three words mean running.
         * @enum {string}
         */
        readonly JobStatus: "Canceled" | "Canceling" | "Error" | "NeverExecuted" | "Running" | "RunningWithError" | "RunningWithWarning" | "Success" | "Warning" | "Pending" | "Unknown";
        /** @description A link. */
        readonly Link: {
            /** @description Address, complete with host. */
            readonly href?: string | null;
        };
        /** @description Links by name. Page links carry port 443 and item links do not, so hosts are best compared without it. */
        readonly Links: {
            readonly [key: string]: components["schemas"]["Link"];
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        readonly MachineDailySchedule: {
            readonly backupSchedule?: components["schemas"]["DailyBackupPart"];
            /**
             * @description On which days.
             * @enum {string}
             */
            readonly dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description How often within each of its hours. */
            readonly runsPerHour?: number | null;
            /** @description The days, where they were picked. */
            readonly selectedDays?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
            readonly snapshotSchedule?: components["schemas"]["DailySnapshotPart"];
        };
        /** @description On which day of the month, and at which hour. */
        readonly MachineMonthlySchedule: {
            readonly backupSchedule?: components["schemas"]["MonthlyBackupPart"];
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            readonly dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            readonly monthlyLastDay?: boolean | null;
            readonly snapshotSchedule?: components["schemas"]["MonthlySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            readonly type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description A policy of virtual machines, as v8.1 has it. */
        readonly MachinePolicy: {
            readonly _links?: components["schemas"]["Links"];
            readonly archiveStatus?: components["schemas"]["JobStatus"];
            readonly backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            readonly backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /**
             * Format: date-time
             * @description When the tracking of changes was reset.
             */
            readonly cbtResetTimeUtc?: string | null;
            /** @description Whether an update lost a part of it. */
            readonly convertedWithLoss?: boolean | null;
            readonly dailySchedule?: components["schemas"]["MachineDailySchedule"];
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Number of excluded resources. */
            readonly excludedItemsCount?: number;
            /** @description When backups are checked. */
            readonly healthCheckSchedule?: Record<string, never>;
            readonly healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id: string;
            /** @description Whether it archives. */
            readonly isArchiveBackupConfigured?: boolean;
            /** @description Whether it makes backups. */
            readonly isBackupConfigured: boolean;
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            readonly isScheduleConfigured?: boolean;
            readonly monthlySchedule?: components["schemas"]["MachineMonthlySchedule"];
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            readonly priority?: number;
            /** @description How often it tries again. */
            readonly retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            readonly serviceAccountId: string;
            /** @description What is copied to snapshots. */
            readonly snapshotSettings?: Record<string, never>;
            readonly snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            readonly weeklySchedule?: components["schemas"]["MachineWeeklySchedule"];
            readonly yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        readonly MachinePolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["MachinePolicy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A state that a virtual machine can be restored to. */
        readonly MachineRestorePoint: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            readonly accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /**
             * @description Where it is.
             * @enum {string}
             */
            readonly backupDestination: "Snapshot" | "AzureBlob" | "ManualSnapshot" | "Unknown";
            /** @description Its size. */
            readonly backupSizeBytes?: number;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            readonly dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            readonly gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            readonly id: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            readonly immutableTill?: string | null;
            /** @description Whether it is damaged. */
            readonly isCorrupted?: boolean | null;
            /** @description The session that made it. */
            readonly jobSessionId?: string | null;
            /** @description Size of its chain. */
            readonly latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            readonly notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            readonly pointInTime?: string;
            /**
             * Format: date-time
             * @description The same instant, in local time.
             */
            readonly pointInTimeLocalTime?: string | null;
            /** @description Id of its region. */
            readonly regionId?: string | null;
            /** @description Name of its region. */
            readonly regionName?: string | null;
            /** @description Id of the machine. */
            readonly resourceHashId?: string;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            readonly retrievedDataExpirationDate?: string | null;
            /**
             * @description Status.
             * @enum {string}
             */
            readonly state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            readonly type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            readonly vbrId?: string | null;
            /** @description Name of the machine. */
            readonly vmName?: string;
        };
        /** @description A page of restore points. */
        readonly MachineRestorePointList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["MachineRestorePoint"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description At which hour of which days of the week. */
        readonly MachineWeeklySchedule: {
            readonly backupSchedule?: components["schemas"]["WeeklyBackupPart"];
            readonly snapshotSchedule?: components["schemas"]["WeeklySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        readonly MonthlyBackupPart: {
            readonly retention?: components["schemas"]["RetentionSettings"];
            /** @description Months. */
            readonly selectedMonths?: readonly ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown")[] | null;
            /** @description Id of the repository. */
            readonly targetRepositoryId?: string | null;
        };
        /** @description On which day of the month, and at which hour. */
        readonly MonthlySchedule: {
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /** @description Day of the week, in a word. */
            readonly dayOfWeek?: string | null;
            /** @description Whether it is the last day. */
            readonly monthlyLastDay?: boolean | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /** @description Which of the days of the week it is, as First or Last; or SelectedDay. */
            readonly type?: string | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        readonly MonthlySnapshotPart: {
            /** @description Months. */
            readonly selectedMonths?: readonly ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown")[] | null;
            /** @description How many are kept. */
            readonly snapshotsToKeep?: number | null;
        };
        /** @description A request that the appliance works on. */
        readonly Operation: {
            /** @description Links of the operation. */
            readonly _links?: components["schemas"]["Links"] | null;
            readonly error?: components["schemas"]["ProblemDetails"];
            /** @description Id of the operation, a UUID. */
            readonly id: string;
            /** @description What the request would have answered. Only when it ended well. */
            readonly result?: Record<string, never>;
            /**
             * Format: date-time
             * @description When the work started, in UTC.
             */
            readonly startTime: string;
            readonly status: components["schemas"]["JobStatus"];
        };
        /** @description Logs in. v1 writes the names as `Username` and `Password`. */
        readonly PasswordGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            readonly grant_type: "Password";
            /**
             * Format: password
             * @description Password of the user.
             */
            readonly password: string;
            /** @description Name of the user. */
            readonly username: string;
        };
        /** @description A definition that starts sessions by a schedule. It reports the last result of each of its parts, and neither when that was nor by which session. Which fields it has depends on the sort; those of v1 to v3 are inferred. */
        readonly Policy: {
            /** @description Links of the policy. */
            readonly _links?: components["schemas"]["Links"] | null;
            readonly archiveStatus?: components["schemas"]["JobStatus"];
            /** @description How often virtual networks are saved, in hours. */
            readonly backupIntervalHours?: number | null;
            /** @description How often virtual networks are saved, in minutes. */
            readonly backupIntervalMinutes?: number | null;
            readonly backupStatus?: components["schemas"]["JobStatus"];
            readonly configurationStatus?: components["schemas"]["JobStatus"];
            /** @description The daily part of its schedule. */
            readonly dailySchedule?: components["schemas"]["DailySchedule"] | null;
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Number of excluded resources. */
            readonly excludedItemsCount?: number | null;
            readonly healthCheckStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the policy, a UUID. The sessions of the policy name it. */
            readonly id?: string | null;
            readonly indexingStatus?: components["schemas"]["JobStatus"];
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            readonly isScheduleConfigured?: boolean | null;
            /** @description The monthly part of its schedule. */
            readonly monthlySchedule?: components["schemas"]["MonthlySchedule"] | null;
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Its priority among the policies. */
            readonly priority?: number | null;
            readonly snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description The weekly part of its schedule. */
            readonly weeklySchedule?: components["schemas"]["WeeklySchedule"] | null;
            /** @description The yearly part of its schedule. */
            readonly yearlySchedule?: components["schemas"]["YearlySchedule"] | null;
        };
        /** @description A page of policies. */
        readonly PolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["Policy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description An error. Which fields it has depends on the code; there is no field `message`. */
        readonly ProblemDetails: {
            /** @description What went wrong. */
            readonly detail?: string | null;
            /** @description Messages by field. With 400. */
            readonly errors?: {
                readonly [key: string]: readonly string[];
            } | null;
            /** @description Always empty. With 401 and 403. */
            readonly extensions?: Record<string, never> | null;
            /** @description What the error is about. With 404, 415, 423 and 424. */
            readonly instance?: string | null;
            /** @description True when the licence agreement was not accepted yet, and everything is refused until it is. With 403. */
            readonly licenseAgreementAcceptanceRequired?: boolean | null;
            /** @description What the conflict is about. With 409. */
            readonly resourceId?: string | null;
            /** @description The conflicting session. With 409. */
            readonly sessionId?: string | null;
            /** @description The code of the answer. */
            readonly status?: number | null;
            /** @description Display name of the kind. */
            readonly title?: string | null;
            /** @description Id for questions to Veeam. */
            readonly traceId?: string | null;
            /** @description Kind of error, as a URL. */
            readonly type?: string | null;
        };
        /** @description An account of Cosmos DB that the appliance protects, with its policy. */
        readonly ProtectedCosmosDbAccount: {
            /**
             * @description Kind of account. The vendor spells PostgreSQL so.
             * @enum {string}
             */
            readonly accountType?: "NoSql" | "MongoRU" | "Table" | "Gremlin" | "PostgresSql" | "Unknown";
            /** @description Size of its archives. */
            readonly archiveSizeBytes?: number | null;
            /** @description Size of its backups. */
            readonly backupSizeBytes?: number | null;
            /**
             * @description How its capacity is bought.
             * @enum {string}
             */
            readonly capacityMode?: "None" | "Provisioned" | "Serverless" | "Unknown";
            /** @description Name of its database. */
            readonly databaseName?: string | null;
            /**
             * Format: date-time
             * @description The earliest state that it can be restored to.
             */
            readonly earliestRestorableTimestamp?: string | null;
            /** @description Id that the appliance gave it. */
            readonly id?: string;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            readonly latestBackup?: string | null;
            /**
             * Format: date-time
             * @description The latest state that it can be restored to.
             */
            readonly latestRestorableTimestamp?: string | null;
            /** @description Its name. */
            readonly name?: string;
            /** @description Name of the policy that protects it. */
            readonly policyName?: string | null;
            /** @description How it is protected. */
            readonly protectionState?: Record<string, never>;
            /** @description Regions that it is read in. */
            readonly readRegions?: readonly string[] | null;
            /** @description Id of its region. */
            readonly regionId?: string | null;
            /** @description Name of its region. */
            readonly regionName?: string | null;
            /** @description Its resource group. */
            readonly resourceGroupName?: string;
            /** @description What it can be restored from. */
            readonly restorePointTypes?: readonly ("Continuous" | "Backup")[];
            /**
             * Format: uuid
             * @description Id of the service account.
             */
            readonly serviceAccountId?: string | null;
            /**
             * @description Status of the account.
             * @enum {string}
             */
            readonly status?: "Online" | "Creating" | "Offline" | "Restoring" | "Deleting" | "Failed" | "Migrating" | "NoContent" | "Updating" | "Deleted" | "Dropping" | "Stopping" | "Stopped" | "Unknown";
            /** @description Id of its subscription. */
            readonly subscriptionId?: string;
            /** @description Name of its subscription. */
            readonly subscriptionName?: string | null;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            /** @description Name of the tenant. */
            readonly tenantName?: string | null;
            /** @description Regions that it is written in. */
            readonly writeRegions?: readonly string[] | null;
        };
        /** @description A page of protected items. */
        readonly ProtectedCosmosDbAccountList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["ProtectedCosmosDbAccount"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A database that the appliance protects. */
        readonly ProtectedDatabase: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            readonly azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            readonly azureId?: string | null;
            /** @description Id that the appliance gave it. */
            readonly id?: string | null;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            readonly lastBackup?: string;
            /** @description Its name. */
            readonly name?: string | null;
            readonly region?: components["schemas"]["AzureRegion"];
            readonly resourceGroup?: components["schemas"]["AzureResourceGroup"];
            /** @description Its size, in MB. */
            readonly sizeInMb?: number;
            /** @description The pool that it is in. */
            readonly sqlElasticPool?: string | null;
            /** @description The server that it is on. */
            readonly sqlServer?: Record<string, never>;
            readonly subscription?: components["schemas"]["AzureSubscription"];
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            readonly subscriptionId?: string;
        };
        /** @description A page of protected items. */
        readonly ProtectedDatabaseList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["ProtectedDatabase"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A file share that the appliance protects. */
        readonly ProtectedFileShare: {
            readonly _links?: components["schemas"]["Links"];
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            readonly azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            readonly azureId?: string | null;
            /** @description Id that the appliance gave it. */
            readonly id?: string | null;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            readonly lastBackup?: string;
            /** @description Its name. */
            readonly name?: string | null;
            readonly region?: components["schemas"]["AzureRegion"];
            /** @description Region of Azure that it is in. */
            readonly regionName?: string | null;
            readonly resourceGroup?: components["schemas"]["AzureResourceGroup"];
            /** @description Its size, in MB. */
            readonly sizeInMb?: number;
            /** @description The storage account that it is in. */
            readonly storageAccount?: Record<string, never>;
            readonly subscription?: components["schemas"]["AzureSubscription"];
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            readonly subscriptionId?: string;
        };
        /** @description A page of protected items. */
        readonly ProtectedFileShareList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["ProtectedFileShare"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description A virtual machine that the appliance protects. The appliance does not report whether a policy currently includes it. */
        readonly ProtectedMachine: {
            readonly _links?: components["schemas"]["Links"];
            /** @description Its zone. */
            readonly availabilityZone?: string | null;
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            readonly azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            readonly azureId?: string | null;
            /** @description Id that the appliance gave it. */
            readonly id?: string | null;
            /** @description Whether it is the appliance itself. */
            readonly isController?: boolean;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            readonly lastBackup?: string;
            /** @description Its name. */
            readonly name?: string | null;
            /**
             * @description Its system.
             * @enum {string}
             */
            readonly osType?: "Windows" | "Linux" | "Unknown";
            readonly region?: components["schemas"]["AzureRegion"];
            /** @description Region of Azure that it is in. */
            readonly regionName?: string | null;
            readonly resourceGroup?: components["schemas"]["AzureResourceGroup"];
            readonly subscription?: components["schemas"]["AzureSubscription"];
            /** @description Size of its disks, in GB. */
            readonly totalSizeInGB?: number;
            /** @description Its size, as Azure calls it. */
            readonly vmSize?: string | null;
        };
        /** @description A page of protected items. */
        readonly ProtectedMachineList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["ProtectedMachine"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description Renews a token. */
        readonly RefreshTokenGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            readonly grant_type: "Refresh_token";
            /** @description The refresh token last given. */
            readonly refresh_token: string;
        };
        /** @description The repository that a session worked on. */
        readonly RepositoryJobInfo: {
            /** @description Id of the repository, a number in v1 and a string later. */
            readonly repositoryId?: number | string | null;
            /** @description Name of the repository. */
            readonly repositoryName?: string | null;
            /** @description True when the repository was deleted. */
            readonly repositoryRemoved?: boolean | null;
        };
        /** @description What is known of a restore. */
        readonly RestoreJobInfo: {
            /** @description Policy that made the restore point. Not in v1. */
            readonly backupPolicyDisplayName?: string | null;
            /** @description What was restored. v1 only; its page names the type and shows no sample. */
            readonly items?: unknown;
            /** @description Reason entered by the user who started the session. */
            readonly reason?: string | null;
        };
        /** @description What was fetched back from archive. */
        readonly RestorePointDataRetrievalJobInfo: {
            /** @description Id of the restore point of a Cosmos DB account. */
            readonly cosmosDbRestorePointId?: string | null;
            /**
             * @description How urgently it was fetched.
             * @enum {string}
             */
            readonly dataRetrievalPriority?: "Normal" | "High" | "Unknown";
            /** @description For how many days the data stays at hand. */
            readonly daysToKeep?: number | null;
            /** @description Who started it. */
            readonly initiator?: string | null;
            /** @description Name of the instance. */
            readonly instanceName?: string | null;
            /** @description Id of the restore point of a virtual machine. */
            readonly restorePointId?: string | null;
            /** @description Id of the restore point of a database. */
            readonly sqlRestorePointId?: string | null;
        };
        /** @description What retention removed. */
        readonly RetentionJobInfo: {
            /** @description How many restore points were removed. */
            readonly deletedRestorePointsCount?: number | null;
        };
        /** @description How long backups are kept. */
        readonly RetentionSettings: {
            /**
             * @description Of what.
             * @enum {string}
             */
            readonly retentionDurationType?: "Days" | "Months" | "Years" | "Unknown";
            /** @description How many. */
            readonly timeRetentionDuration?: number | null;
        };
        /** @description The hours or the days of one part of a policy. */
        readonly ScheduleMoments: {
            /** @description Hours of the day. */
            readonly hours?: readonly number[] | null;
            /** @description Names of the days of the week. */
            readonly selectedDays?: readonly string[] | null;
        };
        /** @description Where the appliance runs. */
        readonly ServerInfo: {
            /**
             * @description The cloud of Azure that it runs in.
             * @enum {string}
             */
            readonly azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Id of its region. */
            readonly azureRegion?: string | null;
            /** @description Name of its region. */
            readonly azureRegionName?: string | null;
            /** @description Id of the machine in Azure. */
            readonly azureVmId?: string | null;
            /** @description Parts of the console that are switched off; spelled with a capital. */
            readonly DisabledSections?: Record<string, never>;
            /** @description Its resource group. */
            readonly resourceGroup?: string | null;
            /** @description Name of the machine. */
            readonly serverName?: string | null;
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            readonly subscriptionId?: string;
            /** @description Unique id of the machine. */
            readonly virtualMachineUniqueId?: string | null;
        };
        /** @description The log of a session. */
        readonly SessionLog: {
            /** @description Id of the session. */
            readonly jobSessionId?: string | null;
            /** @description The entries. Their order is not documented. */
            readonly log?: readonly components["schemas"]["SessionLogEntry"][] | null;
        };
        /** @description One entry of a log. */
        readonly SessionLogEntry: {
            /** @description How long the step took, in the form of the session's own duration. */
            readonly executionDuration?: string | number | null;
            /**
             * Format: date-time
             * @description When the step started, in UTC.
             */
            readonly executionStartTime?: string | null;
            /**
             * Format: date-time
             * @description When the entry was written, in UTC.
             */
            readonly logTime?: string | null;
            /** @description Message of the log entry. Only here does a session report why it failed. */
            readonly message?: string | null;
            /** @description Hash of the resource that the entry is about. Not in v1. */
            readonly resourceHashId?: string | null;
            readonly status?: components["schemas"]["JobStatus"];
        };
        /** @description A policy of virtual machines by an agreed service level, as v8.1 has it. */
        readonly SlaPolicy: {
            readonly _links?: components["schemas"]["Links"];
            readonly backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            readonly backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Number of excluded resources. */
            readonly excludedItemsCount?: number;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id: string;
            /** @description Whether it makes backups. */
            readonly isBackupConfigured: boolean;
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            readonly priority?: number;
            /** @description How often it tries again. */
            readonly retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            readonly serviceAccountId: string;
            /** @description Who gets a message. */
            readonly slaPolicyNotificationSettings?: Record<string, never> | null;
            /**
             * Format: uuid
             * @description Id of the service level.
             */
            readonly slaPolicyTemplateId?: string;
            /** @description Where its snapshots go. */
            readonly snapshotDestinations?: readonly Record<string, never>[];
            /** @description What is copied to snapshots. */
            readonly snapshotSettings?: Record<string, never>;
            readonly snapshotStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the template of its storage.
             */
            readonly storagePolicyTemplateId?: string | null;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
        };
        /** @description A page of policies. */
        readonly SlaPolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["SlaPolicy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        readonly SnapshotDailySchedule: {
            /**
             * @description On which days.
             * @enum {string}
             */
            readonly dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description How often within each of its hours. */
            readonly runsPerHour?: number | null;
            /** @description The days, where they were picked. */
            readonly selectedDays?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
            readonly snapshotSchedule?: components["schemas"]["DailySnapshotPart"];
        };
        /** @description On which day of the month, and at which hour. */
        readonly SnapshotMonthlySchedule: {
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            readonly dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            readonly monthlyLastDay?: boolean | null;
            readonly snapshotSchedule?: components["schemas"]["MonthlySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            readonly type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description At which hour of which days of the week. */
        readonly SnapshotWeeklySchedule: {
            readonly snapshotSchedule?: components["schemas"]["WeeklySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
        };
        /** @description A policy of databases, as v8.1 has it. */
        readonly SqlPolicy: {
            readonly _links?: components["schemas"]["Links"];
            readonly archiveStatus?: components["schemas"]["JobStatus"];
            readonly backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            readonly backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Whether it makes private endpoints. */
            readonly createPrivateEndpointToWorkloadAutomatically?: boolean;
            readonly dailySchedule?: components["schemas"]["BackupDailySchedule"];
            /** @description Description entered by a user. */
            readonly description?: string | null;
            /** @description Number of excluded resources. */
            readonly excludedItemsCount?: number;
            /** @description When backups are checked. */
            readonly healthCheckSchedule?: Record<string, never>;
            readonly healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id?: string;
            /** @description Whether it archives. */
            readonly isArchiveBackupConfigured?: boolean;
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean | null;
            readonly monthlySchedule?: components["schemas"]["BackupMonthlySchedule"];
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            readonly priority?: number;
            /** @description How often it tries again. */
            readonly retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            readonly serviceAccountId?: string;
            /** @description Id of the tenant. */
            readonly tenantId?: string | null;
            readonly weeklySchedule?: components["schemas"]["BackupWeeklySchedule"];
            readonly yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        readonly SqlPolicyList: {
            /** @description Links to this page. */
            readonly _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            readonly limit: number;
            /** @description How many were left out. */
            readonly offset: number;
            /** @description The rows of the page. */
            readonly results: readonly components["schemas"]["SqlPolicy"][];
            /** @description How many there are in all. */
            readonly totalCount?: number | null;
        };
        /** @description The session or the sessions that a policy runs in. */
        readonly StartedSessions: components["schemas"]["JobSession"] | readonly components["schemas"]["JobSession"][];
        /** @description Whether the appliance is ready. */
        readonly SystemStatus: {
            /**
             * Format: date-time
             * @description Its time, in UTC.
             */
            readonly serverTime?: string | null;
            /**
             * @description Ready, or being updated.
             * @enum {string}
             */
            readonly state?: "Ready" | "Upgrading" | "Unknown";
        };
        /** @description The clock of the appliance. */
        readonly SystemTime: {
            /** @description Its time zone. */
            readonly timeZone?: string | null;
            /**
             * Format: date-time
             * @description Its time, in UTC.
             */
            readonly utcDateTime?: string | null;
        };
        /** @description A pair of tokens. The first five fields exist since v1; the others were added later. */
        readonly Token: {
            /**
             * Format: date-time
             * @description When it expires, in UTC. The name begins with a dot. Year 0001 when there is no token.
             */
            readonly ".expires"?: string;
            /**
             * Format: date-time
             * @description When the token was issued, in UTC with seven digits of fraction. The name begins with a dot. Year 0001 when there is no token.
             */
            readonly ".issued"?: string;
            /** @description The access token. Absent when the appliance requires a second factor. */
            readonly access_token?: string | null;
            /**
             * @description Seconds until the access token expires; 0 when the appliance requires a second factor.
             * @example 3600
             */
            readonly expires_in?: number;
            /** @description Whether the user has seen the latest news. */
            readonly latestNewsShown?: boolean;
            /** @description True when the user has a second factor. */
            readonly mfa_enabled?: boolean | null;
            /** @description What a second factor would be sent with. An account with a second factor cannot be used by this connector. */
            readonly mfa_token?: string | null;
            /** @description Address to which a browser continues. */
            readonly redirectTo?: string | null;
            /** @description The token to renew with. Its life is documented as 14 days, and elsewhere on the same page as 2 hours. */
            readonly refresh_token?: string | null;
            /**
             * @description Role of the user. The four roles of human users may read sessions and logs; what the others may do is not documented.
             * @example PortalAdmin
             * @example PortalOperator
             * @example RestoreOperator
             * @example ReadOnlyUser
             * @example IntegrationOperator
             * @example VeeamUpdater
             */
            readonly roleName?: string | null;
            /** @description True when the client requested a short-lived refresh token. */
            readonly shortLived?: boolean | null;
            /**
             * @description Kind of token, in lower case.
             * @example bearer
             */
            readonly token_type?: string | null;
            /** @description Id of the user. */
            readonly userId?: string | null;
            /** @description Name of the user. */
            readonly username?: string | null;
            /**
             * @description Identity provider of the user.
             * @enum {string}
             */
            readonly userType?: "Internal" | "IdentityProvider" | "Unknown";
        };
        /** @description Request to the token endpoint. */
        readonly TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description The policy of virtual networks, as v8.1 has it. */
        readonly VirtualNetworkPolicy: {
            readonly _links?: components["schemas"]["Links"];
            /** @description What was added to it. */
            readonly additionalProtectedResources?: readonly Record<string, never>[] | null;
            /** @description What it found. */
            readonly autoDiscoveredProtectedResources?: readonly Record<string, never>[] | null;
            /** @description Whether it finds subscriptions by itself. */
            readonly autoDiscoverSubscriptions?: boolean;
            /** @description How often virtual networks are saved, in hours. */
            readonly backupIntervalHours?: number | null;
            /** @description How often virtual networks are saved, in minutes. */
            readonly backupIntervalMinutes?: number | null;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            readonly id?: string;
            /** @description Whether it runs by its schedule. */
            readonly isEnabled?: boolean;
            /** @description Whether it has a schedule. */
            readonly isScheduleConfigured?: boolean;
            /** @description Name of the policy. */
            readonly name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            readonly nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            readonly policyNotificationSettings?: Record<string, never>;
            /** @description How long backups are kept, in days. */
            readonly retentionPeriodDays?: number | null;
            /** @description How long backups are kept, in months. */
            readonly retentionPeriodMonths?: number | null;
            /** @description How long backups are kept, in weeks. */
            readonly retentionPeriodWeeks?: number | null;
            /** @description Id of the repository. */
            readonly targetRepositoryId?: string | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        readonly WeeklyBackupPart: {
            readonly retention?: components["schemas"]["RetentionSettings"];
            /** @description Days of the week. */
            readonly selectedDays?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[];
            /** @description Id of the repository. */
            readonly targetRepositoryId?: string | null;
        };
        /** @description On which days of the week, and at which hour. */
        readonly WeeklySchedule: {
            /** @description When backups are made. */
            readonly backupSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description Names of the days of the week. */
            readonly selectedDays?: readonly string[] | null;
            /** @description When snapshots are made. */
            readonly snapshotSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        readonly WeeklySnapshotPart: {
            /** @description Days of the week. */
            readonly selectedDays?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[];
            /** @description How many are kept. */
            readonly snapshotsToKeep?: number | null;
        };
        /** @description On which day of the year, and at which hour. */
        readonly YearlyBackupSchedule: {
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            readonly dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /**
             * @description The month.
             * @enum {string}
             */
            readonly month?: "January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown";
            /** @description For how many years backups are kept. */
            readonly retentionYearsCount?: number | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /** @description Id of the repository. */
            readonly targetRepositoryId?: string | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            readonly type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
            /** @description Whether it is the last day of the month. */
            readonly yearlyLastDay?: boolean | null;
        };
        /** @description On which day of the year, and at which hour. */
        readonly YearlySchedule: {
            /** @description Day of the month. */
            readonly dayOfMonth?: number | null;
            /** @description Day of the week, in a word. */
            readonly dayOfWeek?: string | null;
            /** @description The month, in a word. */
            readonly month?: string | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            readonly startTime?: number | null;
            /** @description Which of the days of the week it is, as First or Last; or SelectedDay. */
            readonly type?: string | null;
            /** @description Whether it is the last day of the month. */
            readonly yearlyLastDay?: boolean | null;
        };
    };
    responses: {
        /** @description Something in the request is not accepted. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Any other error. No throttling is documented for these calls. */
        readonly Failure: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The role may not do this, or the licence agreement was not accepted yet. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description No such session, or a version that this appliance does not serve (inferred). */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The credentials or the token are missing, wrong or expired. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: {
        /** @description Spelling of `Limit` in v1. */
        readonly FormerLimit: number;
        /** @description Spelling of `Offset` in v1. */
        readonly FormerOffset: number;
        /** @description Only what is about this Azure resource. From v3 on. */
        readonly InstanceId: string;
        /** @description Id that the appliance gave what it protects. */
        readonly ItemId: string;
        /** @description Id of the session, a number in v1 and a UUID later. */
        readonly JobSessionId: string;
        /** @description How many to answer; -1 presumably means all (inferred). */
        readonly Limit: number;
        /** @description Only restore points of this account. */
        readonly OfCosmosDbAccount: string;
        /** @description Only restore points of this database. */
        readonly OfDatabase: string;
        /** @description Only restore points of this file share. */
        readonly OfFileShare: string;
        /** @description How many to leave out. */
        readonly Offset: number;
        /** @description Only restore points of this machine. */
        readonly OfMachine: string;
        /** @description Id of the policy, a UUID. */
        readonly PolicyId: string;
        /** @description Whether the appliance queries Azure before it answers. */
        readonly Sync: boolean;
        /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
        readonly Version: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listJobSessions: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether what was restored is shown in full or grouped. In v2 and v3; v1 has it in its links, in lower case, and later versions do not have it. */
                readonly Display?: "Full" | "Grouped";
                /** @description Only sessions that match this text. Which fields are searched is not documented. Not in v2 and v3. */
                readonly Filter?: string;
                /** @description Only sessions started at or after this instant, in whole seconds of UTC; v2 and v3 take other forms too. Whether the bound itself belongs to it is not documented. */
                readonly FromUtc?: string;
                /** @description Spelling of `Limit` in v1. */
                readonly limit?: number;
                /** @description How many sessions to answer, from v2 on; -1 presumably means all (inferred). The default is documented as 30 and as 100, a maximum is not documented, so it is best sent always and read back from the answer. */
                readonly Limit?: number;
                /** @description Spelling of `Offset` in v1. */
                readonly offset?: number;
                /** @description How many sessions to leave out. From v2 on. */
                readonly Offset?: number;
                /** @description Only sessions of this policy. */
                readonly PolicyId?: string;
                /** @description Only sessions that touched this Azure resource. v2 and v3 had `VmId` instead. */
                readonly ResourceId?: string;
                /** @description Only sessions with one of these statuses. The key is repeated for each. */
                readonly Status?: readonly string[];
                /** @description Only sessions started at or before this instant, in whole seconds of UTC. Whether the bound itself belongs to it is not documented. */
                readonly ToUtc?: string;
                /** @description Only sessions of one of these types. The key is repeated for each. `VmSnapshotRetention` is answered but not in the list of filter values; the response to an unknown type is not documented. */
                readonly Types?: readonly string[];
                /** @description Only sessions that worked on this virtual machine. In v2 and v3; later it is `ResourceId`. */
                readonly VmId?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of sessions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobSessionList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getJobSession: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what is about this Azure resource. From v3 on. */
                readonly instanceId?: components["parameters"]["InstanceId"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JobSession"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getJobSessionLog: {
        readonly parameters: {
            readonly query?: {
                /** @description Only what is about this Azure resource. From v3 on. */
                readonly instanceId?: components["parameters"]["InstanceId"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The log. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionLog"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopJobSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                readonly id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session is being stopped; v1 answers so. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The session is being stopped. */
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the operation, from the 202 response. */
                readonly operationId: string;
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The operation. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listFormerPolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description Spelling of `Limit` in v1. */
                readonly limit?: components["parameters"]["FormerLimit"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description Spelling of `Offset` in v1. */
                readonly offset?: components["parameters"]["FormerOffset"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getFormerPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["Policy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableFormerPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableFormerPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startFormerPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started. One session, in v1 to v3. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopFormerPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listCosmosDbPolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["CosmosDbPolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getCosmosDbPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["CosmosDbPolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableCosmosDbPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableCosmosDbPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startCosmosDbPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopCosmosDbPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listFileSharePolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["FileSharePolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getFileSharePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["FileSharePolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableFileSharePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableFileSharePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startFileSharePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopFileSharePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listSqlPolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["SqlPolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getSqlPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["SqlPolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableSqlPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableSqlPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startSqlPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started. So in v3. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopSqlPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listVirtualMachinePolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["MachinePolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getVirtualMachinePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["MachinePolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableVirtualMachinePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableVirtualMachinePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startVirtualMachinePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopVirtualMachinePolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listSlaBasedPolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["SlaPolicyList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getSlaBasedPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableSlaBasedPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableSlaBasedPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the policy, a UUID. */
                readonly policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getVirtualNetworkPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["VirtualNetworkPolicy"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disableVirtualNetworkPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enableVirtualNetworkPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startVirtualNetworkPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It was started, with the sessions that it runs in. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StartedSessions"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopVirtualNetworkPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
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
            /** @description It runs already. The problem names the session. */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listProtectedCosmosDbAccounts: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                readonly Sync?: components["parameters"]["Sync"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["ProtectedCosmosDbAccountList"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedCosmosDbAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The protected item. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedCosmosDbAccount"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listProtectedFileShares: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                readonly Sync?: components["parameters"]["Sync"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["ProtectedFileShareList"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedFileShare: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The protected item. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedFileShare"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listProtectedDatabases: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                readonly Sync?: components["parameters"]["Sync"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
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
                    readonly "application/json": components["schemas"]["ProtectedDatabaseList"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedDatabase: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The protected item. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedDatabase"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listProtectedMachines: {
        readonly parameters: {
            readonly query?: {
                /** @description How many machines to answer; -1 presumably means all (inferred). */
                readonly Limit?: number;
                /** @description How many machines to leave out. */
                readonly Offset?: number;
                /** @description Only machines that match this text. How it is compared is not documented. */
                readonly SearchPattern?: string;
                /** @description Whether the appliance queries Azure before it answers. */
                readonly Sync?: boolean;
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of machines. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedMachineList"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getProtectedMachine: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id that the appliance gave what it protects. */
                readonly itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The protected item. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProtectedMachine"];
                };
            };
            /** @description The appliance works on it. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listCosmosDbAccountRestorePoints: {
        readonly parameters: {
            readonly query?: {
                /** @description Only restore points of this account. */
                readonly CosmosDbAccountId?: components["parameters"]["OfCosmosDbAccount"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of restore points. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CosmosDbRestorePointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listFileShareRestorePoints: {
        readonly parameters: {
            readonly query?: {
                /** @description Only restore points of this file share. */
                readonly FileShareId?: components["parameters"]["OfFileShare"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of restore points. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FileShareRestorePointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listDatabaseRestorePoints: {
        readonly parameters: {
            readonly query?: {
                /** @description Only restore points of this database. */
                readonly DatabaseId?: components["parameters"]["OfDatabase"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of restore points. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DatabaseRestorePointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listMachineRestorePoints: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                readonly Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly Offset?: components["parameters"]["Offset"];
                /** @description Only restore points of this machine. */
                readonly VirtualMachineId?: components["parameters"]["OfMachine"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of restore points. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MachineRestorePointList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getAbout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["About"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getServerInfo: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServerInfo"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getServiceState: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SystemStatus"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getTime: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                readonly version: components["parameters"]["Version"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SystemTime"];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly createToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            /** @description A pair of tokens, or the demand for a second factor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Token"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly deleteToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Logged out. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly default: components["responses"]["Failure"];
        };
    };
}
