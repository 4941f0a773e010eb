/* Generated from openapi/veeam-azure.yaml; do not edit. */

export interface paths {
    "/api/{version}/jobSessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List job sessions
         * @description Filters are applied first, then the offset, then the limit. There is no parameter for the order; the documented answer is newest start first. The page of v1 says that it takes no parameters, yet its own link carries `offset`, `limit` and `display`.
         */
        get: operations["listJobSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/jobSessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get one job session
         * @description Some help pages print the path in the singular; the plural is the real one. A session that retention removed is presumably 404 (inferred).
         */
        get: operations["getJobSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/jobSessions/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get the log of a job session
         * @description The whole log in one answer. One table of v3 calls the method POST; the page itself and v8.1 say GET.
         */
        get: operations["getJobSessionLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/jobSessions/{id}/protectedItems": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List the results of the resources of a job session
         * @description Documented for v8.1.
         */
        get: operations["listJobSessionItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/jobSessions/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job session
         * @description The session changes to Canceling and ends as Canceled (inferred from the status values).
         */
        post: operations["stopJobSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/operations/{operationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the operation, from the 202 response. */
                operationId: string;
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get one operation
         * @description Status of a request that was answered with 202. How long the appliance keeps it is not documented.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of machines, in v1 to v3
         * @description In v1 to v3, where there were policies of machines alone at first. Later versions have a path for each sort.
         */
        get: operations["listFormerPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of machines, in v1 to v3 */
        get: operations["getFormerPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of machines, in v1 to v3
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableFormerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of machines, in v1 to v3
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableFormerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/{policyId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of machines, in v1 to v3
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startFormerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/{policyId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of machines, in v1 to v3
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopFormerPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of accounts of Cosmos DB
         * @description In later versions; since when is not documented.
         */
        get: operations["listCosmosDbPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of accounts of Cosmos DB */
        get: operations["getCosmosDbPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of accounts of Cosmos DB
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableCosmosDbPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of accounts of Cosmos DB
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableCosmosDbPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb/{policyId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of accounts of Cosmos DB
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startCosmosDbPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/cosmosDb/{policyId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of accounts of Cosmos DB
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopCosmosDbPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of file shares
         * @description In later versions; since when is not documented.
         */
        get: operations["listFileSharePolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of file shares */
        get: operations["getFileSharePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of file shares
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableFileSharePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of file shares
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableFileSharePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares/{policyId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of file shares
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startFileSharePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/fileShares/{policyId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of file shares
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopFileSharePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of databases of Azure SQL
         * @description From v3 on.
         */
        get: operations["listSqlPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of databases of Azure SQL */
        get: operations["getSqlPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of databases of Azure SQL
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableSqlPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of databases of Azure SQL
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableSqlPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql/{policyId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of databases of Azure SQL
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startSqlPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/sql/{policyId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of databases of Azure SQL
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopSqlPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of virtual machines
         * @description From the version on that separates the policies by type, v4 (inferred).
         */
        get: operations["listVirtualMachinePolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of virtual machines */
        get: operations["getVirtualMachinePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of virtual machines
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableVirtualMachinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of virtual machines
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableVirtualMachinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines/{policyId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of virtual machines
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startVirtualMachinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policies/virtualMachines/{policyId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of virtual machines
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopVirtualMachinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/slaBased/virtualMachines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List policies of virtual machines by agreed service level
         * @description Such a policy cannot be started or stopped by request.
         */
        get: operations["listSlaBasedPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/slaBased/virtualMachines/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one policy of virtual machines by agreed service level */
        get: operations["getSlaBasedPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/slaBased/virtualMachines/{policyId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of virtual machines by agreed service level
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableSlaBasedPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/slaBased/virtualMachines/{policyId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of virtual machines by agreed service level
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableSlaBasedPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/vnet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get the policy of virtual networks
         * @description There is one, without an id in its path.
         */
        get: operations["getVirtualNetworkPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/vnet/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy of virtual networks
         * @description The policy no longer runs by its schedule.
         */
        post: operations["disableVirtualNetworkPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/vnet/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy of virtual networks
         * @description Lets the policy run by its schedule.
         */
        post: operations["enableVirtualNetworkPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/vnet/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy of virtual networks
         * @description The answer is one session or an array of them, as the versions and the sorts of policies have it.
         */
        post: operations["startVirtualNetworkPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/policy/vnet/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy of virtual networks
         * @description Stops what the policy runs just now; what it runs next, it runs by its schedule.
         */
        post: operations["stopVirtualNetworkPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/cosmosDb": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List protected accounts of Cosmos DB
         * @description In later versions; since when is not documented.
         */
        get: operations["listProtectedCosmosDbAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/cosmosDb/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one of the protected accounts of Cosmos DB */
        get: operations["getProtectedCosmosDbAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/fileShares": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List protected file shares
         * @description In later versions; since when is not documented.
         */
        get: operations["listProtectedFileShares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/fileShares/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one of the protected file shares */
        get: operations["getProtectedFileShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/sql": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List protected databases of Azure SQL
         * @description In later versions; since when is not documented.
         */
        get: operations["listProtectedDatabases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/sql/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one of the protected databases of Azure SQL */
        get: operations["getProtectedDatabase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/virtualMachines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List protected virtual machines
         * @description The only read that may take long: with `Sync` the appliance queries Azure before it answers, and may say 202 with an operation whose result is the page.
         */
        get: operations["listProtectedMachines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/protectedItem/virtualMachines/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /** Get one of the protected virtual machines */
        get: operations["getProtectedMachine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/restorePoints/cosmosDb/repository": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List restore points of accounts of Cosmos DB
         * @description In what order is not documented.
         */
        get: operations["listCosmosDbAccountRestorePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/restorePoints/fileShares": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List restore points of file shares
         * @description In what order is not documented.
         */
        get: operations["listFileShareRestorePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/restorePoints/sql": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List restore points of databases of Azure SQL
         * @description In what order is not documented.
         */
        get: operations["listDatabaseRestorePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/restorePoints/virtualMachines": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * List restore points of virtual machines
         * @description In what order is not documented.
         */
        get: operations["listMachineRestorePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/system/about": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get the versions of the appliance
         * @description Which version of the product is installed. The versions of the interface that it serves follow from it.
         */
        get: operations["getAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/system/serverInfo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get where the appliance runs
         * @description The virtual machine of the appliance in Azure.
         */
        get: operations["getServerInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/system/serviceIsUp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Ask whether the appliance answers
         * @description The answer has no body.
         */
        get: operations["getServiceState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/system/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get whether the appliance is being updated
         * @description Whether the appliance is ready or is just being updated.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/{version}/system/time": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        /**
         * Get the clock of the appliance
         * @description The clock of the appliance, in UTC, and its time zone, which only schedules follow.
         */
        get: operations["getTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, or renew a token
         * @description A user with a second factor gets 200 as well, but without an access token. Renewing gives a new pair, and both parts of it have to be kept; the refresh token that was used is spent (inferred). The documentation writes the values of `grant_type` with a capital; a client that writes them small works too, so case seems not to matter (inferred).
         */
        post: operations["createToken"];
        /**
         * Log out
         * @description Ends the session that the token belongs to.
         */
        delete: operations["deleteToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The versions of the appliance. */
        About: {
            /** @description Account that has the permissions. */
            copyright?: string | null;
            /**
             * Format: uuid
             * @description Id of the appliance's database.
             */
            databaseId?: string | null;
            /** @description Id of the subscription that the appliance runs in. */
            deploymentSubscriptionId?: string;
            /** @description Version of the service for restoring files. */
            flrVersion?: string | null;
            /**
             * @description Version of the product.
             * @example 8.1.0.107
             */
            serverVersion?: string | null;
            /** @description Version of the workers. */
            workerVersion?: string | null;
        };
        /** @description A region. */
        AzureRegion: {
            /** @description Its id. */
            id?: string | null;
            /** @description Its name. */
            name?: string | null;
            /** @description Its id in Azure. */
            resourceId?: string | null;
        };
        /** @description A resource group. */
        AzureResourceGroup: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Its cloud.
             * @enum {string}
             */
            azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id. */
            id?: string | null;
            /** @description Its name. */
            name?: string | null;
            /** @description Id of its region. */
            regionId?: string | null;
            /** @description Its id in Azure. */
            resourceId?: string | null;
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            subscriptionId?: string;
            /** @description Id of the tenant. */
            tenantId?: string | null;
        };
        /** @description A subscription. */
        AzureSubscription: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Whether the appliance can reach it.
             * @enum {string}
             */
            availability?: "Available" | "NotAvailable" | "Unknown";
            /**
             * @description Its cloud.
             * @enum {string}
             */
            environment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its name. */
            name?: string | null;
            /**
             * @description Its state.
             * @enum {string}
             */
            status?: "Active" | "Disabled" | "Unknown";
            /** @description Id of the tenant. */
            tenantId?: string | null;
            /** @description Name of the tenant. */
            tenantName?: string | null;
            /** @description Resource group of the workers. */
            workerResourceGroupName?: string | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        BackupDailySchedule: {
            backupSchedule?: components["schemas"]["DailyBackupPart"];
            /**
             * @description On which days.
             * @enum {string}
             */
            dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description The days, where they were picked. */
            selectedDays?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
        };
        /** @description The policy that a session belongs to. */
        BackupJobInfo: {
            /**
             * Format: uuid
             * @description Id of the policy.
             */
            policyId?: string | null;
            /** @description Name of the policy. */
            policyName?: string | null;
            /** @description True when the policy was deleted. */
            policyRemoved?: boolean | null;
            /**
             * @description Kind of workload that the policy protects. Not in v1.
             * @enum {string}
             */
            policyType?: "VirtualMachines" | "AzureSql" | "FileShares" | "CosmosDb" | "ProtectionVmPolicy" | "Vnet" | "Unknown";
            /** @description How many instances the session protected. Sessions that succeeded over none are in the documented answer. */
            protectedInstancesCount?: number | null;
        };
        /** @description On which day of the month, and at which hour. */
        BackupMonthlySchedule: {
            backupSchedule?: components["schemas"]["MonthlyBackupPart"];
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            monthlyLastDay?: boolean | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description At which hour of which days of the week. */
        BackupWeeklySchedule: {
            backupSchedule?: components["schemas"]["WeeklyBackupPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
        };
        /** @description A policy of accounts of Cosmos DB, as v8.1 has it. */
        CosmosDbPolicy: {
            _links?: components["schemas"]["Links"];
            archiveStatus?: components["schemas"]["JobStatus"];
            backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Which kinds of accounts it backs up. */
            backupWorkloads?: ("PostgreSQL" | "MongoDB")[] | null;
            configurationStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How long continuous backups are kept.
             * @enum {string}
             */
            continuousBackupType?: "Continuous7Days" | "Continuous30Days";
            /** @description Whether it makes private endpoints. */
            createPrivateEndpointToWorkloadAutomatically?: boolean;
            /** @description Which accounts it works with. */
            credentialsList?: Record<string, never>;
            dailySchedule?: components["schemas"]["BackupDailySchedule"];
            /** @description Id of the account that it works with. */
            defaultBackupAccountId?: string | null;
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Number of excluded resources. */
            excludedItemsCount?: number;
            /** @description When backups are checked. */
            healthCheckSchedule?: Record<string, never>;
            healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id?: string;
            /** @description Whether it archives. */
            isArchiveBackupConfigured?: boolean;
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            monthlySchedule?: components["schemas"]["BackupMonthlySchedule"];
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            priority?: number;
            /** @description How often it tries again. */
            retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            serviceAccountId?: string;
            /** @description Id of the tenant. */
            tenantId?: string | null;
            weeklySchedule?: components["schemas"]["BackupWeeklySchedule"];
            yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        CosmosDbPolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["CosmosDbPolicy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A state that an account of Cosmos DB can be restored to. */
        CosmosDbRestorePoint: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /** @description Id of the account. */
            accountId?: string | null;
            /** @description Name of the account. */
            accountName?: string | null;
            /**
             * @description Where it is.
             * @enum {string}
             */
            backupDestination?: "AzureBlob" | "ManualBackup" | "Unknown";
            /** @description Its size. */
            backupSizeBytes?: number;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            id?: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            immutableTill?: string | null;
            /** @description Whether it is damaged. */
            isCorrupted?: boolean | null;
            /** @description The session that made it. */
            jobSessionId?: string | null;
            /** @description Size of its chain. */
            latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            pointInTime?: string;
            /** @description Name of its region. */
            regionName?: string | null;
            /** @description Its resource group. */
            resourceGroupName?: string | null;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            retrievedDataExpirationDate?: string | null;
            /**
             * @description Status.
             * @enum {string}
             */
            state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            subscriptionId?: string;
            /** @description Name of its subscription. */
            subscriptionName?: string | null;
            /** @description Id of the tenant. */
            tenantId?: string | null;
            /** @description Name of the tenant. */
            tenantName?: string | null;
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            vbrId?: string | null;
        };
        /** @description A page of restore points. */
        CosmosDbRestorePointList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["CosmosDbRestorePoint"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        DailyBackupPart: {
            /** @description Hours of the day. */
            hours?: number[] | null;
            retention?: components["schemas"]["RetentionSettings"];
            /** @description Id of the repository. */
            targetRepositoryId?: string | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        DailySchedule: {
            /** @description When backups are made. */
            backupSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description Everyday, WeekDays or SelectedDays. */
            dailyType?: string | null;
            /** @description How often within each of its hours. */
            runsPerHour?: number | null;
            /** @description Names of the days of the week. */
            selectedDays?: string[] | null;
            /** @description When snapshots are made. */
            snapshotSchedule?: components["schemas"]["ScheduleMoments"] | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        DailySnapshotPart: {
            /** @description Hours of the day. */
            hours?: number[] | null;
            /** @description How many are kept. */
            snapshotsToKeep?: number | null;
        };
        /** @description A state that a database can be restored to. */
        DatabaseRestorePoint: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /**
             * @description Where it is.
             * @enum {string}
             */
            backupDestination?: "AzureBlob" | "ManualBackup" | "Unknown";
            /** @description Its size. */
            backupSizeBytes?: number;
            /** @description Id of the database. */
            databaseId?: string | null;
            /** @description Name of the database. */
            databaseName?: string | null;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            id?: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            immutableTill?: string | null;
            /** @description Whether it is damaged. */
            isCorrupted?: boolean | null;
            /** @description The session that made it. */
            jobSessionId?: string | null;
            /** @description Size of its chain. */
            latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            pointInTime?: string;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            retrievedDataExpirationDate?: string | null;
            /** @description Id of its server. */
            sqlServerId?: string;
            /** @description Name of its server. */
            sqlServerName?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            vbrId?: string | null;
        };
        /** @description A page of restore points. */
        DatabaseRestorePointList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["DatabaseRestorePoint"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description What is known of a restore of files from a virtual machine. */
        FileLevelRestoreJobInfo: {
            /** @description Policy that made the restore point. Not in v1. */
            backupPolicyDisplayName?: string | null;
            /** @description Where the files can be picked. */
            flrLink?: components["schemas"]["FileLevelRestoreLink"] | null;
            /** @description Who started it. Not in v1. */
            initiator?: string | null;
            /** @description True when files can be picked. Not in v1. */
            isFlrSessionReady?: boolean | null;
            /** @description Why it was done. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When the restore point was made. Not in v1.
             */
            restorePointCreatedDateUtc?: string | null;
            /** @description Id of the virtual machine. */
            vmId?: string | null;
            /** @description Name of the virtual machine. Not in v1. */
            vmName?: string | null;
        };
        /** @description Where files can be picked. */
        FileLevelRestoreLink: {
            /** @description Thumbprint of its certificate. */
            thumbprint?: string | null;
            /** @description Address of the file browser. */
            url?: string | null;
        };
        /** @description What is known of a restore of files of a share. */
        FileShareFileLevelRestoreJobInfo: {
            /** @description Policy that made the restore point. */
            backupPolicyDisplayName?: string | null;
            /** @description Id of the share. */
            fileShareId?: string | null;
            /** @description Name of the share. */
            fileShareName?: string | null;
            /** @description Where the files can be picked. */
            flrLink?: components["schemas"]["FileLevelRestoreLink"] | null;
            /** @description Who started it. */
            initiator?: string | null;
            /** @description Why it was done. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When the restore point was made.
             */
            restorePointCreatedDateUtc?: string | null;
        };
        /** @description A policy of file shares, as v8.1 has it. */
        FileSharePolicy: {
            _links?: components["schemas"]["Links"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            dailySchedule?: components["schemas"]["SnapshotDailySchedule"];
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Whether it indexes files. */
            enableIndexing?: boolean | null;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id?: string;
            indexingStatus?: components["schemas"]["JobStatus"];
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            isScheduleConfigured?: boolean;
            monthlySchedule?: components["schemas"]["SnapshotMonthlySchedule"];
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            priority?: number;
            /** @description How often it tries again. */
            retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            serviceAccountId?: string;
            snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the tenant. */
            tenantId?: string | null;
            weeklySchedule?: components["schemas"]["SnapshotWeeklySchedule"];
        };
        /** @description A page of policies. */
        FileSharePolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["FileSharePolicy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A state that a file share can be restored to. */
        FileShareRestorePoint: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Where it is.
             * @enum {string}
             */
            backupDestination?: "Snapshot" | "ManualSnapshot" | "ImportedSnapshot" | "Unknown";
            /** @description Id of the share. */
            fileShareId?: string | null;
            /** @description Name of the share. */
            fileShareName?: string | null;
            /** @description Whether it is kept longer. */
            gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            id?: string;
            /** @description Whether its files are indexed. */
            indexed?: boolean | null;
            /** @description Whether it is damaged. */
            isCorrupted?: boolean | null;
            /** @description The session that made it. */
            jobSessionId?: string | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            pointInTime?: string;
            /** @description Id of its region. */
            regionId?: string | null;
            /** @description Name of its region. */
            regionName?: string | null;
            /** @description Its size, as it is called for shares. */
            sizeInBytes?: number;
            /**
             * @description Status.
             * @enum {string}
             */
            state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            type?: "Full" | "Incremental" | "Continuous" | "Unknown";
        };
        /** @description A page of restore points. */
        FileShareRestorePointList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["FileShareRestorePoint"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description What was checked. */
        HealthCheckJobInfo: {
            /** @description How many instances were checked. */
            checkedInstancesCount?: number | null;
            /**
             * Format: uuid
             * @description Id of the policy.
             */
            policyId?: string | null;
            /** @description Name of the policy. */
            policyName?: string | null;
            /** @description True when the policy was deleted. */
            policyRemoved?: boolean | null;
        };
        /** @description One execution of work. v8.1 promises `status` alone. */
        JobSession: {
            /** @description Empty in all samples. In the lists of v3 only. */
            _embeddedResources?: Record<string, never>;
            /** @description Links to the session (`self`) and its log (`log`). */
            _links?: components["schemas"]["Links"] | null;
            /** @description The policy that the session belongs to. Absent on sessions without one, such as manual snapshots. */
            backupJobInfo?: components["schemas"]["BackupJobInfo"] | null;
            /**
             * @description How long it took, as a .NET TimeSpan with days and fraction only where needed. Tables of v2 and v3 call it a number of milliseconds although their samples show the TimeSpan.
             * @example 00:01:17.8226030
             * @example 1.02:03:04.5000000
             */
            executionDuration?: string | number | null;
            /**
             * Format: date-time
             * @description Start in UTC, with up to seven digits of fraction and no zeros at their end.
             */
            executionStartTime?: string | null;
            /**
             * Format: date-time
             * @description End in UTC. Null or absent while the session runs (inferred; no such sample is known).
             */
            executionStopTime?: string | null;
            /** @description What is known of a restore of files from a virtual machine. */
            fileLevelRestoreJobInfo?: components["schemas"]["FileLevelRestoreJobInfo"] | null;
            /** @description What is known of a restore of files of a share. Not in v1. */
            fileShareFileLevelRestoreJobInfo?: components["schemas"]["FileShareFileLevelRestoreJobInfo"] | null;
            /** @description What was checked. Not in v1. */
            healthCheckJobInfo?: components["schemas"]["HealthCheckJobInfo"] | null;
            /** @description Id of the session, a number as text in v1 and a UUID later. */
            id?: string | null;
            /** @description Display name of the type. */
            localizedType?: string | null;
            /** @description The repository that the session worked on. */
            repositoryJobInfo?: components["schemas"]["RepositoryJobInfo"] | null;
            /** @description What is known of a restore. */
            restoreJobInfo?: components["schemas"]["RestoreJobInfo"] | null;
            /** @description What was fetched back from archive. Not in v1. */
            restorePointDataRetrievalJobInfo?: components["schemas"]["RestorePointDataRetrievalJobInfo"] | null;
            /** @description What retention removed. Not in v1. */
            retentionJobInfo?: components["schemas"]["RetentionJobInfo"] | null;
            status: components["schemas"]["JobStatus"];
            type?: components["schemas"]["JobSessionType"];
            /** @description Counter of changes. In the samples of v1 and v3, absent in v8.1. */
            usn?: number;
        };
        /** @description A page of sessions. */
        JobSessionList: {
            /** @description Links to this page and, where there are other pages, to `first`, `prev` and `next`. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many sessions were left out. */
            offset: number;
            /** @description The sessions of the page. */
            results: components["schemas"]["JobSession"][];
            /** @description How many sessions match in all. The page of v1 calls it the number of records in the results; a sample of v3 with a limit of 2 and a total of 87 shows the former. */
            totalCount?: number | null;
        };
        /**
         * @description What the session does. The words of v8.1, then `AutoBackup` of v2 and v3 and `LingeringSnapshotRetention` of v1, which no later version lists (by its title it became ObsoleteSnapshotRetention).
         * @enum {string}
         */
        JobSessionType: "BackupRetention" | "InvalidSnapshotRetention" | "ObsoleteSnapshotRetention" | "OrphanedSnapshotRetention" | "ManualSnapshot" | "ManualSnapshotDeletion" | "PolicyBackup" | "PolicySnapshot" | "RestoreDisks" | "RestoreVms" | "FileLevelRestore" | "BackupDeletion" | "SnapshotDeletion" | "SnapshotBackup" | "RepositoryCreation" | "RepositoryDeletion" | "RepositoryEdit" | "SqlPolicyBackup" | "SqlManualBackup" | "SqlRestore" | "RestorePointDataRetrieval" | "SqlRestorePointDataRetrieval" | "FileSharePolicySnapshot" | "FileShareManualSnapshot" | "FileShareRestore" | "FileShareFileRestore" | "FileShareIndexing" | "FileShareSnapshotRetention" | "FileShareSnapshotDeletion" | "FileShareManualSnapshotDeletion" | "ConfigurationBackupManual" | "ConfigurationBackupScheduled" | "ConfigurationBackupDeletion" | "HealthCheck" | "ConfigurationBackupDownload" | "SnapshotRescan" | "ConfigurationBackupSync" | "ConfigurationRestoreStatus" | "PolicyArchive" | "SqlPolicyArchive" | "SqlBackupDeletion" | "VnetPolicyBackup" | "VnetFullRestore" | "VnetGranularRestore" | "VnetBackupDeletion" | "VnetRetention" | "VnetRepositoryImport" | "VnetPolicyBackupToRepository" | "CosmosDbConfiguration" | "CosmosDbRestore" | "PostgresDbPolicyBackup" | "PostgresDbPolicyArchive" | "PostgresDbManualBackup" | "CosmosDbContinuousRetention" | "CosmosDbRestorePointDataRetrieval" | "CosmosDbBackupDeletion" | "InfrastructureRescan" | "MongoDbManualBackup" | "MongoDbPolicyBackup" | "MongoDbPolicyArchive" | "CosmosDbContinuousBackupDeletion" | "VmSnapshotRetention" | "Unknown" | "AutoBackup" | "LingeringSnapshotRetention";
        /**
         * @description Status of a session. A failure is `Error`; three words mean running.
         * @enum {string}
         */
        JobStatus: "Canceled" | "Canceling" | "Error" | "NeverExecuted" | "Running" | "RunningWithError" | "RunningWithWarning" | "Success" | "Warning" | "Pending" | "Unknown";
        /** @description A link. */
        Link: {
            /** @description Address, complete with host. */
            href?: string | null;
        };
        /** @description Links by name. Page links carry port 443 and item links do not, so hosts are best compared without it. */
        Links: {
            [key: string]: components["schemas"]["Link"];
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        MachineDailySchedule: {
            backupSchedule?: components["schemas"]["DailyBackupPart"];
            /**
             * @description On which days.
             * @enum {string}
             */
            dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description How often within each of its hours. */
            runsPerHour?: number | null;
            /** @description The days, where they were picked. */
            selectedDays?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
            snapshotSchedule?: components["schemas"]["DailySnapshotPart"];
        };
        /** @description On which day of the month, and at which hour. */
        MachineMonthlySchedule: {
            backupSchedule?: components["schemas"]["MonthlyBackupPart"];
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            monthlyLastDay?: boolean | null;
            snapshotSchedule?: components["schemas"]["MonthlySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description A policy of virtual machines, as v8.1 has it. */
        MachinePolicy: {
            _links?: components["schemas"]["Links"];
            archiveStatus?: components["schemas"]["JobStatus"];
            backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /**
             * Format: date-time
             * @description When the tracking of changes was reset.
             */
            cbtResetTimeUtc?: string | null;
            /** @description Whether an update lost a part of it. */
            convertedWithLoss?: boolean | null;
            dailySchedule?: components["schemas"]["MachineDailySchedule"];
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Number of excluded resources. */
            excludedItemsCount?: number;
            /** @description When backups are checked. */
            healthCheckSchedule?: Record<string, never>;
            healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id: string;
            /** @description Whether it archives. */
            isArchiveBackupConfigured?: boolean;
            /** @description Whether it makes backups. */
            isBackupConfigured: boolean;
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            isScheduleConfigured?: boolean;
            monthlySchedule?: components["schemas"]["MachineMonthlySchedule"];
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            priority?: number;
            /** @description How often it tries again. */
            retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            serviceAccountId: string;
            /** @description What is copied to snapshots. */
            snapshotSettings?: Record<string, never>;
            snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the tenant. */
            tenantId?: string | null;
            weeklySchedule?: components["schemas"]["MachineWeeklySchedule"];
            yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        MachinePolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["MachinePolicy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A state that a virtual machine can be restored to. */
        MachineRestorePoint: {
            _links?: components["schemas"]["Links"];
            /**
             * @description Tier of its storage.
             * @enum {string}
             */
            accessTier?: "Hot" | "Cool" | "Archive" | "Inferred" | "Cold";
            /**
             * @description Where it is.
             * @enum {string}
             */
            backupDestination: "Snapshot" | "AzureBlob" | "ManualSnapshot" | "Unknown";
            /** @description Its size. */
            backupSizeBytes?: number;
            /**
             * @description Whether its data was fetched from archive.
             * @enum {string}
             */
            dataRetrievalStatus?: "None" | "Retrieving" | "Retrieved" | "Unknown";
            /** @description Whether it is kept longer. */
            gfsFlags?: string;
            /**
             * Format: uuid
             * @description Id of the restore point.
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when it cannot be deleted.
             */
            immutableTill?: string | null;
            /** @description Whether it is damaged. */
            isCorrupted?: boolean | null;
            /** @description The session that made it. */
            jobSessionId?: string | null;
            /** @description Size of its chain. */
            latestChainSizeBytes?: number | null;
            /** @description How long before that a message is sent. */
            notifyBeforeRetrievedDataExpirationHours?: number | null;
            /**
             * Format: date-time
             * @description The state at which instant it is, in UTC.
             */
            pointInTime?: string;
            /**
             * Format: date-time
             * @description The same instant, in local time.
             */
            pointInTimeLocalTime?: string | null;
            /** @description Id of its region. */
            regionId?: string | null;
            /** @description Name of its region. */
            regionName?: string | null;
            /** @description Id of the machine. */
            resourceHashId?: string;
            /**
             * Format: date-time
             * @description Until when fetched data stays.
             */
            retrievedDataExpirationDate?: string | null;
            /**
             * @description Status.
             * @enum {string}
             */
            state?: "Ok" | "Corrupted" | "NotApplicable";
            /**
             * @description Size of the data that only this restore point holds.
             * @enum {string}
             */
            type?: "Full" | "Incremental" | "Continuous" | "Unknown";
            /** @description Its id at a backup server. */
            vbrId?: string | null;
            /** @description Name of the machine. */
            vmName?: string;
        };
        /** @description A page of restore points. */
        MachineRestorePointList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["MachineRestorePoint"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description At which hour of which days of the week. */
        MachineWeeklySchedule: {
            backupSchedule?: components["schemas"]["WeeklyBackupPart"];
            snapshotSchedule?: components["schemas"]["WeeklySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        MonthlyBackupPart: {
            retention?: components["schemas"]["RetentionSettings"];
            /** @description Months. */
            selectedMonths?: ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown")[] | null;
            /** @description Id of the repository. */
            targetRepositoryId?: string | null;
        };
        /** @description On which day of the month, and at which hour. */
        MonthlySchedule: {
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /** @description Day of the week, in a word. */
            dayOfWeek?: string | null;
            /** @description Whether it is the last day. */
            monthlyLastDay?: boolean | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /** @description Which of the days of the week it is, as First or Last; or SelectedDay. */
            type?: string | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        MonthlySnapshotPart: {
            /** @description Months. */
            selectedMonths?: ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown")[] | null;
            /** @description How many are kept. */
            snapshotsToKeep?: number | null;
        };
        /** @description A request that the appliance works on. */
        Operation: {
            /** @description Links of the operation. */
            _links?: components["schemas"]["Links"] | null;
            error?: components["schemas"]["ProblemDetails"];
            /** @description Id of the operation, a UUID. */
            id: string;
            /** @description What the request would have answered. Only when it ended well. */
            result?: Record<string, never>;
            /**
             * Format: date-time
             * @description When the work started, in UTC.
             */
            startTime: string;
            status: components["schemas"]["JobStatus"];
        };
        /** @description Logs in. v1 writes the names as `Username` and `Password`. */
        PasswordGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            grant_type: "Password";
            /**
             * Format: password
             * @description Password of the user.
             */
            password: string;
            /** @description Name of the user. */
            username: string;
        };
        /** @description A definition that starts sessions by a schedule. It reports the last result of each of its parts, and neither when that was nor by which session. Which fields it has depends on the sort; those of v1 to v3 are inferred. */
        Policy: {
            /** @description Links of the policy. */
            _links?: components["schemas"]["Links"] | null;
            archiveStatus?: components["schemas"]["JobStatus"];
            /** @description How often virtual networks are saved, in hours. */
            backupIntervalHours?: number | null;
            /** @description How often virtual networks are saved, in minutes. */
            backupIntervalMinutes?: number | null;
            backupStatus?: components["schemas"]["JobStatus"];
            configurationStatus?: components["schemas"]["JobStatus"];
            /** @description The daily part of its schedule. */
            dailySchedule?: components["schemas"]["DailySchedule"] | null;
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Number of excluded resources. */
            excludedItemsCount?: number | null;
            healthCheckStatus?: components["schemas"]["JobStatus"];
            /** @description Id of the policy, a UUID. The sessions of the policy name it. */
            id?: string | null;
            indexingStatus?: components["schemas"]["JobStatus"];
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            /** @description Whether it has a schedule. */
            isScheduleConfigured?: boolean | null;
            /** @description The monthly part of its schedule. */
            monthlySchedule?: components["schemas"]["MonthlySchedule"] | null;
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Its priority among the policies. */
            priority?: number | null;
            snapshotStatus?: components["schemas"]["JobStatus"];
            /** @description The weekly part of its schedule. */
            weeklySchedule?: components["schemas"]["WeeklySchedule"] | null;
            /** @description The yearly part of its schedule. */
            yearlySchedule?: components["schemas"]["YearlySchedule"] | null;
        };
        /** @description A page of policies. */
        PolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["Policy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description An error. Which fields it has depends on the code; there is no field `message`. */
        ProblemDetails: {
            /** @description What went wrong. */
            detail?: string | null;
            /** @description Messages by field. With 400. */
            errors?: {
                [key: string]: string[];
            } | null;
            /** @description Always empty. With 401 and 403. */
            extensions?: Record<string, never> | null;
            /** @description What the error is about. With 404, 415, 423 and 424. */
            instance?: string | null;
            /** @description True when the licence agreement was not accepted yet, and everything is refused until it is. With 403. */
            licenseAgreementAcceptanceRequired?: boolean | null;
            /** @description What the conflict is about. With 409. */
            resourceId?: string | null;
            /** @description The conflicting session. With 409. */
            sessionId?: string | null;
            /** @description The code of the answer. */
            status?: number | null;
            /** @description Display name of the kind. */
            title?: string | null;
            /** @description Id for questions to Veeam. */
            traceId?: string | null;
            /** @description Kind of error, as a URL. */
            type?: string | null;
        };
        /** @description An account of Cosmos DB that the appliance protects, with its policy. */
        ProtectedCosmosDbAccount: {
            /**
             * @description Kind of account. The vendor spells PostgreSQL so.
             * @enum {string}
             */
            accountType?: "NoSql" | "MongoRU" | "Table" | "Gremlin" | "PostgresSql" | "Unknown";
            /** @description Size of its archives. */
            archiveSizeBytes?: number | null;
            /** @description Size of its backups. */
            backupSizeBytes?: number | null;
            /**
             * @description How its capacity is bought.
             * @enum {string}
             */
            capacityMode?: "None" | "Provisioned" | "Serverless" | "Unknown";
            /** @description Name of its database. */
            databaseName?: string | null;
            /**
             * Format: date-time
             * @description The earliest state that it can be restored to.
             */
            earliestRestorableTimestamp?: string | null;
            /** @description Id that the appliance gave it. */
            id?: string;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            latestBackup?: string | null;
            /**
             * Format: date-time
             * @description The latest state that it can be restored to.
             */
            latestRestorableTimestamp?: string | null;
            /** @description Its name. */
            name?: string;
            /** @description Name of the policy that protects it. */
            policyName?: string | null;
            /** @description How it is protected. */
            protectionState?: Record<string, never>;
            /** @description Regions that it is read in. */
            readRegions?: string[] | null;
            /** @description Id of its region. */
            regionId?: string | null;
            /** @description Name of its region. */
            regionName?: string | null;
            /** @description Its resource group. */
            resourceGroupName?: string;
            /** @description What it can be restored from. */
            restorePointTypes?: ("Continuous" | "Backup")[];
            /**
             * Format: uuid
             * @description Id of the service account.
             */
            serviceAccountId?: string | null;
            /**
             * @description Status of the account.
             * @enum {string}
             */
            status?: "Online" | "Creating" | "Offline" | "Restoring" | "Deleting" | "Failed" | "Migrating" | "NoContent" | "Updating" | "Deleted" | "Dropping" | "Stopping" | "Stopped" | "Unknown";
            /** @description Id of its subscription. */
            subscriptionId?: string;
            /** @description Name of its subscription. */
            subscriptionName?: string | null;
            /** @description Id of the tenant. */
            tenantId?: string | null;
            /** @description Name of the tenant. */
            tenantName?: string | null;
            /** @description Regions that it is written in. */
            writeRegions?: string[] | null;
        };
        /** @description A page of protected items. */
        ProtectedCosmosDbAccountList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["ProtectedCosmosDbAccount"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A database that the appliance protects. */
        ProtectedDatabase: {
            _links?: components["schemas"]["Links"];
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            azureId?: string | null;
            /** @description Id that the appliance gave it. */
            id?: string | null;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            lastBackup?: string;
            /** @description Its name. */
            name?: string | null;
            region?: components["schemas"]["AzureRegion"];
            resourceGroup?: components["schemas"]["AzureResourceGroup"];
            /** @description Its size, in MB. */
            sizeInMb?: number;
            /** @description The pool that it is in. */
            sqlElasticPool?: string | null;
            /** @description The server that it is on. */
            sqlServer?: Record<string, never>;
            subscription?: components["schemas"]["AzureSubscription"];
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            subscriptionId?: string;
        };
        /** @description A page of protected items. */
        ProtectedDatabaseList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["ProtectedDatabase"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A file share that the appliance protects. */
        ProtectedFileShare: {
            _links?: components["schemas"]["Links"];
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            azureId?: string | null;
            /** @description Id that the appliance gave it. */
            id?: string | null;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            lastBackup?: string;
            /** @description Its name. */
            name?: string | null;
            region?: components["schemas"]["AzureRegion"];
            /** @description Region of Azure that it is in. */
            regionName?: string | null;
            resourceGroup?: components["schemas"]["AzureResourceGroup"];
            /** @description Its size, in MB. */
            sizeInMb?: number;
            /** @description The storage account that it is in. */
            storageAccount?: Record<string, never>;
            subscription?: components["schemas"]["AzureSubscription"];
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            subscriptionId?: string;
        };
        /** @description A page of protected items. */
        ProtectedFileShareList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["ProtectedFileShare"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description A virtual machine that the appliance protects. The appliance does not report whether a policy currently includes it. */
        ProtectedMachine: {
            _links?: components["schemas"]["Links"];
            /** @description Its zone. */
            availabilityZone?: string | null;
            /**
             * @description The cloud of Azure that it is in.
             * @enum {string}
             */
            azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Its id in Azure. */
            azureId?: string | null;
            /** @description Id that the appliance gave it. */
            id?: string | null;
            /** @description Whether it is the appliance itself. */
            isController?: boolean;
            /**
             * Format: date-time
             * @description When it was backed up last.
             */
            lastBackup?: string;
            /** @description Its name. */
            name?: string | null;
            /**
             * @description Its system.
             * @enum {string}
             */
            osType?: "Windows" | "Linux" | "Unknown";
            region?: components["schemas"]["AzureRegion"];
            /** @description Region of Azure that it is in. */
            regionName?: string | null;
            resourceGroup?: components["schemas"]["AzureResourceGroup"];
            subscription?: components["schemas"]["AzureSubscription"];
            /** @description Size of its disks, in GB. */
            totalSizeInGB?: number;
            /** @description Its size, as Azure calls it. */
            vmSize?: string | null;
        };
        /** @description A page of protected items. */
        ProtectedMachineList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["ProtectedMachine"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description Renews a token. */
        RefreshTokenGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            grant_type: "Refresh_token";
            /** @description The refresh token last given. */
            refresh_token: string;
        };
        /** @description The repository that a session worked on. */
        RepositoryJobInfo: {
            /** @description Id of the repository, a number in v1 and a string later. */
            repositoryId?: number | string | null;
            /** @description Name of the repository. */
            repositoryName?: string | null;
            /** @description True when the repository was deleted. */
            repositoryRemoved?: boolean | null;
        };
        /** @description What is known of a restore. */
        RestoreJobInfo: {
            /** @description Policy that made the restore point. Not in v1. */
            backupPolicyDisplayName?: string | null;
            /** @description What was restored. v1 only; its page names the type and shows no sample. */
            items?: unknown;
            /** @description Reason entered by the user who started the session. */
            reason?: string | null;
        };
        /** @description What was fetched back from archive. */
        RestorePointDataRetrievalJobInfo: {
            /** @description Id of the restore point of a Cosmos DB account. */
            cosmosDbRestorePointId?: string | null;
            /**
             * @description How urgently it was fetched.
             * @enum {string}
             */
            dataRetrievalPriority?: "Normal" | "High" | "Unknown";
            /** @description For how many days the data stays at hand. */
            daysToKeep?: number | null;
            /** @description Who started it. */
            initiator?: string | null;
            /** @description Name of the instance. */
            instanceName?: string | null;
            /** @description Id of the restore point of a virtual machine. */
            restorePointId?: string | null;
            /** @description Id of the restore point of a database. */
            sqlRestorePointId?: string | null;
        };
        /** @description What retention removed. */
        RetentionJobInfo: {
            /** @description How many restore points were removed. */
            deletedRestorePointsCount?: number | null;
        };
        /** @description How long backups are kept. */
        RetentionSettings: {
            /**
             * @description Of what.
             * @enum {string}
             */
            retentionDurationType?: "Days" | "Months" | "Years" | "Unknown";
            /** @description How many. */
            timeRetentionDuration?: number | null;
        };
        /** @description The hours or the days of one part of a policy. */
        ScheduleMoments: {
            /** @description Hours of the day. */
            hours?: number[] | null;
            /** @description Names of the days of the week. */
            selectedDays?: string[] | null;
        };
        /** @description Where the appliance runs. */
        ServerInfo: {
            /**
             * @description The cloud of Azure that it runs in.
             * @enum {string}
             */
            azureEnvironment?: "Global" | "Germany" | "China" | "USGovernment" | "Unknown";
            /** @description Id of its region. */
            azureRegion?: string | null;
            /** @description Name of its region. */
            azureRegionName?: string | null;
            /** @description Id of the machine in Azure. */
            azureVmId?: string | null;
            /** @description Parts of the console that are switched off; spelled with a capital. */
            DisabledSections?: Record<string, never>;
            /** @description Its resource group. */
            resourceGroup?: string | null;
            /** @description Name of the machine. */
            serverName?: string | null;
            /**
             * Format: uuid
             * @description Id of its subscription.
             */
            subscriptionId?: string;
            /** @description Unique id of the machine. */
            virtualMachineUniqueId?: string | null;
        };
        /** @description What became of a resource. */
        SessionItem: {
            /** @description How many of them failed. */
            failureCount?: number;
            /** @description Of an account of Cosmos DB, how many regions are protected. */
            protectedRegionsCount?: number;
            /** @description The resource. */
            resource?: components["schemas"]["SessionResource"] | null;
            /** @description Its runs. Whether runs of other sessions are among them is not documented. */
            runs?: components["schemas"]["SessionItemRun"][] | null;
            /** @description How many of its runs went well. */
            successCount?: number;
        };
        /** @description A page of results of a session. */
        SessionItemList: {
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["SessionItem"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description One run of a resource. */
        SessionItemRun: {
            /**
             * Format: date-time
             * @description When it ended.
             */
            endTime?: string | null;
            /** @description Id of the session. */
            jobSessionId?: string;
            /** @description How fast data was processed. The form is not read. */
            rates?: unknown[] | Record<string, never> | null;
            /**
             * Format: date-time
             * @description When it started.
             */
            startTime?: string | null;
            status?: components["schemas"]["JobStatus"];
        };
        /** @description The log of a session. */
        SessionLog: {
            /** @description Id of the session. */
            jobSessionId?: string | null;
            /** @description The entries. Their order is not documented. */
            log?: components["schemas"]["SessionLogEntry"][] | null;
        };
        /** @description One entry of a log. */
        SessionLogEntry: {
            /** @description How long the step took, in the form of the session's own duration. */
            executionDuration?: string | number | null;
            /**
             * Format: date-time
             * @description When the step started, in UTC.
             */
            executionStartTime?: string | null;
            /**
             * Format: date-time
             * @description When the entry was written, in UTC.
             */
            logTime?: string | null;
            /** @description Message of the log entry. Only here does a session report why it failed. */
            message?: string | null;
            /** @description Hash of the resource that the entry is about. Not in v1. */
            resourceHashId?: string | null;
            status?: components["schemas"]["JobStatus"];
        };
        /** @description A resource of Azure. */
        SessionResource: {
            /** @description Its name for people. */
            displayName?: string | null;
            /** @description The appliance's id of it. */
            id?: string;
            /** @description Its name. */
            name?: string | null;
            /** @description Id of its region. */
            regionId?: string | null;
            /** @description Name of its region. */
            regionName?: string | null;
            /** @description Name of its resource group. */
            resourceGroupName?: string | null;
            /** @description What it is. */
            resourceType?: string;
            /** @description Id of its subscription. */
            subscriptionId?: string | null;
            /** @description Name of its subscription. */
            subscriptionName?: string | null;
        };
        /** @description A policy of virtual machines by an agreed service level, as v8.1 has it. */
        SlaPolicy: {
            _links?: components["schemas"]["Links"];
            backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Number of excluded resources. */
            excludedItemsCount?: number;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id: string;
            /** @description Whether it makes backups. */
            isBackupConfigured: boolean;
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            priority?: number;
            /** @description How often it tries again. */
            retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            serviceAccountId: string;
            /** @description Who gets a message. */
            slaPolicyNotificationSettings?: Record<string, never> | null;
            /**
             * Format: uuid
             * @description Id of the service level.
             */
            slaPolicyTemplateId?: string;
            /** @description Where its snapshots go. */
            snapshotDestinations?: Record<string, never>[];
            /** @description What is copied to snapshots. */
            snapshotSettings?: Record<string, never>;
            snapshotStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the template of its storage.
             */
            storagePolicyTemplateId?: string | null;
            /** @description Id of the tenant. */
            tenantId?: string | null;
        };
        /** @description A page of policies. */
        SlaPolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["SlaPolicy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description On which days, and at which hours. Hours follow the time zone of the appliance. */
        SnapshotDailySchedule: {
            /**
             * @description On which days.
             * @enum {string}
             */
            dailyType?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description How often within each of its hours. */
            runsPerHour?: number | null;
            /** @description The days, where they were picked. */
            selectedDays?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[] | null;
            snapshotSchedule?: components["schemas"]["DailySnapshotPart"];
        };
        /** @description On which day of the month, and at which hour. */
        SnapshotMonthlySchedule: {
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /** @description Whether it is the last day. */
            monthlyLastDay?: boolean | null;
            snapshotSchedule?: components["schemas"]["MonthlySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
        };
        /** @description At which hour of which days of the week. */
        SnapshotWeeklySchedule: {
            snapshotSchedule?: components["schemas"]["WeeklySnapshotPart"];
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
        };
        /** @description A policy of databases, as v8.1 has it. */
        SqlPolicy: {
            _links?: components["schemas"]["Links"];
            archiveStatus?: components["schemas"]["JobStatus"];
            backupStatus?: components["schemas"]["JobStatus"];
            /**
             * @description How much of the tenant it covers.
             * @enum {string}
             */
            backupType?: "AllSubscriptions" | "SelectedItems" | "Unknown";
            /** @description Whether it makes private endpoints. */
            createPrivateEndpointToWorkloadAutomatically?: boolean;
            dailySchedule?: components["schemas"]["BackupDailySchedule"];
            /** @description Description entered by a user. */
            description?: string | null;
            /** @description Number of excluded resources. */
            excludedItemsCount?: number;
            /** @description When backups are checked. */
            healthCheckSchedule?: Record<string, never>;
            healthCheckStatus?: components["schemas"]["JobStatus"];
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id?: string;
            /** @description Whether it archives. */
            isArchiveBackupConfigured?: boolean;
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean | null;
            monthlySchedule?: components["schemas"]["BackupMonthlySchedule"];
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description Its priority among the policies. */
            priority?: number;
            /** @description How often it tries again. */
            retrySettings?: Record<string, never>;
            /**
             * Format: uuid
             * @description Id of the service account that the appliance works with.
             */
            serviceAccountId?: string;
            /** @description Id of the tenant. */
            tenantId?: string | null;
            weeklySchedule?: components["schemas"]["BackupWeeklySchedule"];
            yearlySchedule?: components["schemas"]["YearlyBackupSchedule"];
        };
        /** @description A page of policies. */
        SqlPolicyList: {
            /** @description Links to this page. */
            _links?: components["schemas"]["Links"] | null;
            /** @description The limit that was used. */
            limit: number;
            /** @description How many were left out. */
            offset: number;
            /** @description The rows of the page. */
            results: components["schemas"]["SqlPolicy"][];
            /** @description How many there are in all. */
            totalCount?: number | null;
        };
        /** @description The session or the sessions that a policy runs in. */
        StartedSessions: components["schemas"]["JobSession"] | components["schemas"]["JobSession"][];
        /** @description Whether the appliance is ready. */
        SystemStatus: {
            /**
             * Format: date-time
             * @description Its time, in UTC.
             */
            serverTime?: string | null;
            /**
             * @description Ready, or being updated.
             * @enum {string}
             */
            state?: "Ready" | "Upgrading" | "Unknown";
        };
        /** @description The clock of the appliance. */
        SystemTime: {
            /** @description Its time zone. */
            timeZone?: string | null;
            /**
             * Format: date-time
             * @description Its time, in UTC.
             */
            utcDateTime?: string | null;
        };
        /** @description A pair of tokens. The first five fields exist since v1; the others were added later. */
        Token: {
            /**
             * Format: date-time
             * @description When it expires, in UTC. The name begins with a dot. Year 0001 when there is no token.
             */
            ".expires"?: string;
            /**
             * Format: date-time
             * @description When the token was issued, in UTC with seven digits of fraction. The name begins with a dot. Year 0001 when there is no token.
             */
            ".issued"?: string;
            /** @description The access token. Absent when the appliance requires a second factor. */
            access_token?: string | null;
            /**
             * @description Seconds until the access token expires; 0 when the appliance requires a second factor.
             * @example 3600
             */
            expires_in?: number;
            /** @description Whether the user has seen the latest news. */
            latestNewsShown?: boolean;
            /** @description True when the user has a second factor. */
            mfa_enabled?: boolean | null;
            /** @description What a second factor would be sent with. An account with a second factor cannot be used by this connector. */
            mfa_token?: string | null;
            /** @description Address to which a browser continues. */
            redirectTo?: string | null;
            /** @description The token to renew with. Its life is documented as 14 days, and elsewhere on the same page as 2 hours. */
            refresh_token?: string | null;
            /**
             * @description Role of the user. The four roles of human users may read sessions and logs; what the others may do is not documented.
             * @example PortalAdmin
             * @example PortalOperator
             * @example RestoreOperator
             * @example ReadOnlyUser
             * @example IntegrationOperator
             * @example VeeamUpdater
             */
            roleName?: string | null;
            /** @description True when the client requested a short-lived refresh token. */
            shortLived?: boolean | null;
            /**
             * @description Kind of token, in lower case.
             * @example bearer
             */
            token_type?: string | null;
            /** @description Id of the user. */
            userId?: string | null;
            /** @description Name of the user. */
            username?: string | null;
            /**
             * @description Identity provider of the user.
             * @enum {string}
             */
            userType?: "Internal" | "IdentityProvider" | "Unknown";
        };
        /** @description Request to the token endpoint. */
        TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description The policy of virtual networks, as v8.1 has it. */
        VirtualNetworkPolicy: {
            _links?: components["schemas"]["Links"];
            /** @description What was added to it. */
            additionalProtectedResources?: Record<string, never>[] | null;
            /** @description What it found. */
            autoDiscoveredProtectedResources?: Record<string, never>[] | null;
            /** @description Whether it finds subscriptions by itself. */
            autoDiscoverSubscriptions?: boolean;
            /** @description How often virtual networks are saved, in hours. */
            backupIntervalHours?: number | null;
            /** @description How often virtual networks are saved, in minutes. */
            backupIntervalMinutes?: number | null;
            /**
             * Format: uuid
             * @description Id of the policy. The sessions of the policy name it.
             */
            id?: string;
            /** @description Whether it runs by its schedule. */
            isEnabled?: boolean;
            /** @description Whether it has a schedule. */
            isScheduleConfigured?: boolean;
            /** @description Name of the policy. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it runs next, in UTC.
             */
            nextExecutionTime?: string | null;
            /** @description Who gets a message. */
            policyNotificationSettings?: Record<string, never>;
            /** @description How long backups are kept, in days. */
            retentionPeriodDays?: number | null;
            /** @description How long backups are kept, in months. */
            retentionPeriodMonths?: number | null;
            /** @description How long backups are kept, in weeks. */
            retentionPeriodWeeks?: number | null;
            /** @description Id of the repository. */
            targetRepositoryId?: string | null;
        };
        /** @description When backups are made, how long they are kept and where. */
        WeeklyBackupPart: {
            retention?: components["schemas"]["RetentionSettings"];
            /** @description Days of the week. */
            selectedDays?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[];
            /** @description Id of the repository. */
            targetRepositoryId?: string | null;
        };
        /** @description On which days of the week, and at which hour. */
        WeeklySchedule: {
            /** @description When backups are made. */
            backupSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description Names of the days of the week. */
            selectedDays?: string[] | null;
            /** @description When snapshots are made. */
            snapshotSchedule?: components["schemas"]["ScheduleMoments"] | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
        };
        /** @description When snapshots are made, and how many are kept. */
        WeeklySnapshotPart: {
            /** @description Days of the week. */
            selectedDays?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown")[];
            /** @description How many are kept. */
            snapshotsToKeep?: number | null;
        };
        /** @description On which day of the year, and at which hour. */
        YearlyBackupSchedule: {
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /**
             * @description Day of the week.
             * @enum {string}
             */
            dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Unknown";
            /**
             * @description The month.
             * @enum {string}
             */
            month?: "January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December" | "Unknown";
            /** @description For how many years backups are kept. */
            retentionYearsCount?: number | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /** @description Id of the repository. */
            targetRepositoryId?: string | null;
            /**
             * @description Which of the days of the week it is; or SelectedDay.
             * @enum {string}
             */
            type?: "First" | "Second" | "Third" | "Fourth" | "Last" | "SelectedDay" | "Unknown";
            /** @description Whether it is the last day of the month. */
            yearlyLastDay?: boolean | null;
        };
        /** @description On which day of the year, and at which hour. */
        YearlySchedule: {
            /** @description Day of the month. */
            dayOfMonth?: number | null;
            /** @description Day of the week, in a word. */
            dayOfWeek?: string | null;
            /** @description The month, in a word. */
            month?: string | null;
            /** @description The hour at which it starts. That it is one is inferred. */
            startTime?: number | null;
            /** @description Which of the days of the week it is, as First or Last; or SelectedDay. */
            type?: string | null;
            /** @description Whether it is the last day of the month. */
            yearlyLastDay?: boolean | null;
        };
    };
    responses: {
        /** @description Something in the request is not accepted. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description Any other error. No throttling is documented for these calls. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The role may not do this, or the licence agreement was not accepted yet. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description No such session, or a version that this appliance does not serve (inferred). */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The credentials or the token are missing, wrong or expired. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: {
        /** @description Spelling of `Limit` in v1. */
        FormerLimit: number;
        /** @description Spelling of `Offset` in v1. */
        FormerOffset: number;
        /** @description Only what is about this Azure resource. From v3 on. */
        InstanceId: string;
        /** @description Id that the appliance gave what it protects. */
        ItemId: string;
        /** @description Id of the session, a number in v1 and a UUID later. */
        JobSessionId: string;
        /** @description How many to answer; -1 presumably means all (inferred). */
        Limit: number;
        /** @description Only restore points of this account. */
        OfCosmosDbAccount: string;
        /** @description Only restore points of this database. */
        OfDatabase: string;
        /** @description Only restore points of this file share. */
        OfFileShare: string;
        /** @description How many to leave out. */
        Offset: number;
        /** @description Only restore points of this machine. */
        OfMachine: string;
        /** @description Id of the policy, a UUID. */
        PolicyId: string;
        /** @description Whether the appliance queries Azure before it answers. */
        Sync: boolean;
        /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
        Version: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listJobSessions: {
        parameters: {
            query?: {
                /** @description Whether what was restored is shown in full or grouped. In v2 and v3; v1 has it in its links, in lower case, and later versions do not have it. */
                Display?: "Full" | "Grouped";
                /** @description Only sessions that match this text. Which fields are searched is not documented. Not in v2 and v3. */
                Filter?: string;
                /** @description Only sessions started at or after this instant, in whole seconds of UTC; v2 and v3 take other forms too. Whether the bound itself belongs to it is not documented. */
                FromUtc?: string;
                /** @description Spelling of `Limit` in v1. */
                limit?: number;
                /** @description How many sessions to answer, from v2 on; -1 presumably means all (inferred). The default is documented as 30 and as 100, a maximum is not documented, so it is best sent always and read back from the answer. */
                Limit?: number;
                /** @description Spelling of `Offset` in v1. */
                offset?: number;
                /** @description How many sessions to leave out. From v2 on. */
                Offset?: number;
                /** @description Only sessions of this policy. */
                PolicyId?: string;
                /** @description Only sessions that touched this Azure resource. v2 and v3 had `VmId` instead. */
                ResourceId?: string;
                /** @description Only sessions with one of these statuses. The key is repeated for each. */
                Status?: string[];
                /** @description Only sessions started at or before this instant, in whole seconds of UTC. Whether the bound itself belongs to it is not documented. */
                ToUtc?: string;
                /** @description Only sessions of one of these types. The key is repeated for each. `VmSnapshotRetention` is answered but not in the list of filter values; the response to an unknown type is not documented. */
                Types?: string[];
                /** @description Only sessions that worked on this virtual machine. In v2 and v3; later it is `ResourceId`. */
                VmId?: string;
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getJobSession: {
        parameters: {
            query?: {
                /** @description Only what is about this Azure resource. From v3 on. */
                instanceId?: components["parameters"]["InstanceId"];
            };
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getJobSessionLog: {
        parameters: {
            query?: {
                /** @description Only what is about this Azure resource. From v3 on. */
                instanceId?: components["parameters"]["InstanceId"];
            };
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionLog"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listJobSessionItems: {
        parameters: {
            query?: {
                /** @description How many resources to answer. */
                Limit?: number;
                /** @description Only resources whose name matches this text. How it is compared is not documented. */
                NameSearchPattern?: string;
                /** @description How many resources to leave out. */
                Offset?: number;
            };
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of results. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionItemList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    stopJobSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session, a number in v1 and a UUID later. */
                id: components["parameters"]["JobSessionId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is being stopped; v1 answers so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The session is being stopped. */
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the operation, from the 202 response. */
                operationId: string;
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listFormerPolicies: {
        parameters: {
            query?: {
                /** @description Spelling of `Limit` in v1. */
                limit?: components["parameters"]["FormerLimit"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description Spelling of `Offset` in v1. */
                offset?: components["parameters"]["FormerOffset"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
            default: components["responses"]["Failure"];
        };
    };
    getFormerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["Policy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableFormerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableFormerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startFormerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started. One session, in v1 to v3. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopFormerPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. Which of the two codes the first versions answer is documented for stopping alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listCosmosDbPolicies: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["CosmosDbPolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getCosmosDbPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["CosmosDbPolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableCosmosDbPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableCosmosDbPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startCosmosDbPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopCosmosDbPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listFileSharePolicies: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["FileSharePolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getFileSharePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["FileSharePolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableFileSharePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableFileSharePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startFileSharePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopFileSharePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listSqlPolicies: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["SqlPolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getSqlPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["SqlPolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableSqlPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableSqlPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startSqlPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started. So in v3. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopSqlPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listVirtualMachinePolicies: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["MachinePolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getVirtualMachinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["MachinePolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableVirtualMachinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableVirtualMachinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startVirtualMachinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopVirtualMachinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listSlaBasedPolicies: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["SlaPolicyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getSlaBasedPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["SlaPolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableSlaBasedPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableSlaBasedPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the policy, a UUID. */
                policyId: components["parameters"]["PolicyId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    getVirtualNetworkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["VirtualNetworkPolicy"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    disableVirtualNetworkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    enableVirtualNetworkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    startVirtualNetworkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was started, with the sessions that it runs in. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedSessions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    stopVirtualNetworkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            /** @description It runs already. The problem names the session. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            default: components["responses"]["Failure"];
        };
    };
    listProtectedCosmosDbAccounts: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                Sync?: components["parameters"]["Sync"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["ProtectedCosmosDbAccountList"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedCosmosDbAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protected item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedCosmosDbAccount"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listProtectedFileShares: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                Sync?: components["parameters"]["Sync"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["ProtectedFileShareList"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedFileShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protected item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedFileShare"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listProtectedDatabases: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
                /** @description Whether the appliance queries Azure before it answers. */
                Sync?: components["parameters"]["Sync"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
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
                    "application/json": components["schemas"]["ProtectedDatabaseList"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedDatabase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protected item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedDatabase"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listProtectedMachines: {
        parameters: {
            query?: {
                /** @description How many machines to answer; -1 presumably means all (inferred). */
                Limit?: number;
                /** @description How many machines to leave out. */
                Offset?: number;
                /** @description Only machines that match this text. How it is compared is not documented. */
                SearchPattern?: string;
                /** @description Whether the appliance queries Azure before it answers. */
                Sync?: boolean;
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of machines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedMachineList"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getProtectedMachine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id that the appliance gave what it protects. */
                itemId: components["parameters"]["ItemId"];
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The protected item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtectedMachine"];
                };
            };
            /** @description The appliance works on it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listCosmosDbAccountRestorePoints: {
        parameters: {
            query?: {
                /** @description Only restore points of this account. */
                CosmosDbAccountId?: components["parameters"]["OfCosmosDbAccount"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of restore points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CosmosDbRestorePointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listFileShareRestorePoints: {
        parameters: {
            query?: {
                /** @description Only restore points of this file share. */
                FileShareId?: components["parameters"]["OfFileShare"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of restore points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileShareRestorePointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listDatabaseRestorePoints: {
        parameters: {
            query?: {
                /** @description Only restore points of this database. */
                DatabaseId?: components["parameters"]["OfDatabase"];
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of restore points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatabaseRestorePointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listMachineRestorePoints: {
        parameters: {
            query?: {
                /** @description How many to answer; -1 presumably means all (inferred). */
                Limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                Offset?: components["parameters"]["Offset"];
                /** @description Only restore points of this machine. */
                VirtualMachineId?: components["parameters"]["OfMachine"];
            };
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of restore points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineRestorePointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getAbout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["About"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getServerInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getServiceState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    getTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Version of the interface. An appliance serves its own and the few before it; v1 is served by product 1.0 only, as far as the tables of later products say. */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemTime"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A pair of tokens, or the demand for a second factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Failure"];
        };
    };
    deleteToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Failure"];
        };
    };
}
