import { useTranslation } from 'react-i18next'
import { DeskIcon, PersonIcon } from '#/ui/icons'
import type { Found } from './found'

/** One line of what was found: who or which desk, and where. */
export function FoundRow({ found }: { found: Found }) {
  const { t } = useTranslation()
  if (found.kind === 'desk') {
    const { code, floor_name, area_name } = found.desk
    return (
      <>
        <DeskIcon size={22} />
        <span className="grow font-bold">{code}</span>
        <span className="text-sm text-quiet">{t('today.area', { floor: floor_name, area: area_name })}</span>
      </>
    )
  }
  const { name, kana, department, title, place, desk } = found.person
  const where = desk ? desk.code : place ? t(`place.${place}`) : t('search.unknownPlace')
  return (
    <>
      <PersonIcon size={22} />
      <span className="min-w-0 grow">
        <span className="font-bold">{name}</span> <span className="text-sm text-quiet">{kana}</span>
        <span className="block text-sm text-quiet">
          {[department?.name, title].filter(Boolean).join(' ')}
        </span>
      </span>
      <span className="shrink-0 text-sm">{where}</span>
    </>
  )
}
