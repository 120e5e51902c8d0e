SELECT 1;
-- 
