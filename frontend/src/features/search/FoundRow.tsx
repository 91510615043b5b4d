import { useTranslation } from 'react-i18next'
import { areaWords } from '#/api/desk-place'
import { DeskIcon, PersonIcon } from '#/ui/icons'
import type { Found } from './found'

/** One line of what was found: who or which desk, and where. */
export function FoundRow({ found }: { found: Found }) {
  const { t } = useTranslation()
  if (found.kind === 'desk') {
    const { code } = found.desk
    return (
      <>
        <DeskIcon size={22} />
        <span className="grow font-bold">{code}</span>
        <span className="text-sm text-quiet">{areaWords(t, found.desk)}</span>
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
      <span className={`max-w-[40%] shrink-0 text-right text-sm ${desk ? 'font-bold' : 'text-quiet'}`}>
        {where}
      </span>
    </>
  )
}
