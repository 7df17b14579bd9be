import type { Composition, Platform, ServiceEnv } from '@charter/service';
import { DepartmentService } from './department.service';
import { type CharterContext, createContext } from './graph/context';
import { DepartmentResolver } from './graph/department.resolver';
import { HolidayResolver } from './graph/holiday.resolver';
import { HolidayService } from './holiday.service';
import { DepartmentStore } from './store/department.store';
import { HolidayStore } from './store/holiday.store';

/** The only place that wires the service: what needs what stands here. */
export async function compose({ dataSource, clock, env }: Platform<ServiceEnv>): Promise<Composition<CharterContext>> {
  const departments = new DepartmentStore(dataSource);
  const holidays = new HolidayStore(dataSource);
  return {
    resolvers: [
      new DepartmentResolver(new DepartmentService(dataSource, departments, clock, env.CURSOR_SECRET)),
      new HolidayResolver(new HolidayService(dataSource, holidays, clock)),
    ],
    context: createContext(departments),
    handlers: [],
    loops: [],
  };
}
