import { CreateKeyRotation1700000000011 } from './create-key-rotation.migration';

export { KeyRotation, type ColumnProgress, type RotationProgress, type RotationStep } from './key-rotation';
export { type SealedColumn, SEALED_FORM, sealedColumns } from './sealed-column';

/** What every service that seals keeps of its rotations. */
export const rotationMigrations = [CreateKeyRotation1700000000011];
