import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { buildSubgraph } from '@charter/service';
import type { CharterContext } from './context';
import { DepartmentResolver, resolveDepartment } from './department.resolver';
import { HolidayResolver } from './holiday.resolver';
import { StandardResolver, StandardTargetResolver, resolveStandard } from './standard.resolver';

export const buildCharterSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<CharterContext>({
    resolvers: [DepartmentResolver, HolidayResolver, StandardResolver, StandardTargetResolver],
    references: { Department: resolveDepartment, Standard: resolveStandard },
    container,
  });
