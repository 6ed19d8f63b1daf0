-- By how many points does the first role lead the second in each assessment? Closest first.

SELECT leader.assessment, leader.role AS leader, second.role AS second,
       leader.points - second.points AS margin
FROM ranking AS leader
JOIN ranking AS second ON second.assessment = leader.assessment AND second.place = 2
WHERE leader.place = 1
ORDER BY margin ASC NULLS LAST, leader.assessment ASC NULLS LAST
