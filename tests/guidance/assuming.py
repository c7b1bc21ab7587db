"""Words that would assume a sex, a body, a skin or a taste (D2, D5): never said to a client."""

import re

_WORDS = (
    r"s?he|her|hers|his|him|m[ae]n|wom[ae]n|girls?|boys?|ladies|lady|gentlem[ae]n|guys?|mrs?|ms",
    r"mum|mother|dad|father|husband|wife|sir|madam",
    r"slim\w*|thin(ner|ning)?|fat(ter|tening)?|curv\w*|chubby|skinny|petite|bell(y|ies)",
    r"plus[- ]size|double chin",
    r"flatter\w*|beaut\w*|pretty|handsome|attractive|ugly|flaws?|wrinkl\w*|blemish\w*",
    r"age?ing|hid(e|es|den|ing)|conceal\w*|imperfect\w*|problem (area|zone)s?",
    r"undertones?|complexion|pale|tanned|(fair|dark|light|deep|olive) skin|your skin (tone|colour)",
    r"bald|blonde?s?|brunettes?|grey hair|fair hair|dark hair|beards?|stubble|lipstick|mascara",
    r"wheelchairs?|hijab|turban|disab\w*|pregnan\w*",
)
ASSUMING = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
