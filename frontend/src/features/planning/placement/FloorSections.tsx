import { useTranslation } from 'react-i18next'
import { useLanguage } from '#/lib/useLanguage'
import { Tag } from '#/ui/Tag'
import { whole } from '../numbers'
import { FloorBalance } from './FloorBalance'
import { byBureau, type FloorStackProps } from './stack'
import '../planning.css'

/** The same as the picture of floors, in words: each floor with its bar of use and its sections. */
export function FloorSections({ floors, floorName, onSection }: FloorStackProps) {
  const { t } = useTranslation('planning')
  const language = useLanguage()
  return (
    <ul aria-label={t('stack.floors')} className="flex flex-col gap-3">
      {floors.map((placed) => {
        const { floor, capacity, needed, sections } = placed
        const most = Math.max(capacity, needed, 1)
        return (
          <li key={floor.id} className="border-t border-edge pt-3">
            <div className="flex flex-wrap items-start justify-between gap-x-4">
              <h3 className="text-lg font-bold">{floor.name}</h3>
              <FloorBalance floor={placed} />
            </div>
            <span aria-hidden="true" className="relative my-2 block h-3 border border-edge">
              <span
                className="absolute inset-y-0 left-0 bg-blue-500"
                style={{ width: `${(Math.min(needed, capacity) / most) * 100}%` }}
              />
              {needed > capacity && (
                <span
                  className="short-hatch absolute inset-y-0 right-0"
                  style={{ width: `${((needed - capacity) / most) * 100}%` }}
                />
              )}
            </span>
            <details>
              <summary className="min-h-11 cursor-pointer py-2">
                {t('counted', {
                  label: t('stack.sectionsOf', { floor: floor.name }),
                  count: sections.length,
                })}
                {sections.some(({ moved }) => moved) &&
                  t('separator') +
                    t('stack.movedHere', { count: sections.filter(({ moved }) => moved).length })}
              </summary>
              <ul aria-label={t('stack.sectionsOf', { floor: floor.name })}>
                {byBureau(sections).map((section) => {
                  const { department, desks, moved, from_floor, counter, fixed } = section
                  const words = (
                    <>
                      <span className="min-w-0">
                        {department.name}
                        <span className="block text-sm text-quiet">{department.bureau}</span>
                      </span>
                      <span className="ms-auto flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
                        {moved && from_floor !== null && (
                          <Tag tone="accent">{t('stack.from', { floor: floorName(from_floor) })}</Tag>
                        )}
                        {counter && <Tag tone="quiet">{t('stack.counter')}</Tag>}
                        {fixed && <Tag tone="quiet">{t('stack.fixed')}</Tag>}
                        <span className="whitespace-nowrap tabular-nums">
                          {t('desks', { count: desks, desks: whole(desks, language) })}
                        </span>
                      </span>
                    </>
                  )
                  const look = 'flex min-h-11 w-full items-center gap-3 py-1.5 text-start leading-[1.5]'
                  return (
                    <li key={department.id} className="border-t border-hair">
                      {onSection ? (
                        <button
                          type="button"
                          className={`${look} hover:bg-ground`}
                          onClick={() => onSection(section, placed)}
                        >
                          {words}
                        </button>
                      ) : (
                        <div className={look}>{words}</div>
                      )}
                    </li>
                  )
                })}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
