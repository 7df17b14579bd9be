import { runService } from '@charter/service';
import { definition } from './definition';

runService(definition);
