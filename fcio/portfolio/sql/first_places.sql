-- How often does each role come first?

SELECT role.role, COUNT(ranking.assessment) AS first_places
FROM role
LEFT JOIN ranking ON ranking.role = role.role AND ranking.place = 1
GROUP BY role.role
ORDER BY first_places DESC NULLS LAST, role.role ASC NULLS LAST
