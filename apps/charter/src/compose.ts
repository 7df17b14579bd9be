import type { Composition, Platform, ServiceEnv } from '@charter/service';
import { DepartmentService } from './department.service';
import { type CharterContext, createContext } from './graph/context';
import { DepartmentResolver } from './graph/department.resolver';
import { HolidayResolver } from './graph/holiday.resolver';
import { StandardResolver, StandardTargetResolver } from './graph/standard.resolver';
import { HolidayService } from './holiday.service';
import { StandardService } from './standard.service';
import { DepartmentStore } from './store/department.store';
import { HolidayStore } from './store/holiday.store';
import { StandardStore } from './store/standard.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({ dataSource, clock, env }: Platform<ServiceEnv>): Promise<Composition<CharterContext>> {
  const secret = env.CURSOR_SECRET;
  const departments = new DepartmentStore(dataSource);
  const holidays = new HolidayStore(dataSource);
  const standards = new StandardStore(dataSource);
  return {
    resolvers: [
      new DepartmentResolver(new DepartmentService(dataSource, departments, clock, secret)),
      new HolidayResolver(new HolidayService(dataSource, holidays, clock)),
      new StandardResolver(new StandardService({ dataSource, standards, departments, clock, secret })),
      new StandardTargetResolver(),
    ],
    context: createContext({ departments, standards }),
    handlers: [],
    loops: [],
  };
}
