import { useTranslation } from 'react-i18next'
import { TextField } from '#/ui/TextField'

interface Names {
  name: string
  name_en: string
}

interface NameFieldsProps {
  names: Names
  onChange: (names: Names) => void
  tried: boolean
  hint: string
}

const LONGEST = 100

/** A name in Japanese, and in English where somebody will read it. */
export function NameFields({ names, onChange, tried, hint }: NameFieldsProps) {
  const { t } = useTranslation('closingDays')
  return (
    <>
      <TextField
        label={t('name')}
        hint={hint}
        value={names.name}
        onChange={(name) => onChange({ ...names, name })}
        maxLength={LONGEST}
        error={tried && names.name.trim() === '' ? t('nameMissing') : null}
      />
      <TextField
        label={t('nameEn')}
        value={names.name_en}
        onChange={(name_en) => onChange({ ...names, name_en })}
        maxLength={LONGEST}
      />
    </>
  )
}
