import { lazyPart } from '#/lib/lazyPart'

/** The bookings I did not come to; comes with its words after the screen. */
export const LazyNoShowNotice = lazyPart(async () => (await import('./NoShowNotice')).NoShowNotice, 'rules')
